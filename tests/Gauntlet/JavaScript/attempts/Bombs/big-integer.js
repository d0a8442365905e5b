// memory: large integers
onGo(() => { const all = []; for (let count = 1n; ; count++) all.push(1n << (8000000n + count)); });
