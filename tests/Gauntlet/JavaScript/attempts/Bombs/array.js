// memory: an array
onGo(() => { const all = []; for (;;) all.push(new Array(10000).fill(all.length + 0.5)); });
