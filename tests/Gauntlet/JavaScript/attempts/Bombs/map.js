// memory: a Map
onGo(() => { const all = []; for (;;) { const map = new Map(); for (let count = 0; count < 100000; count++) map.set(count, {}); all.push(map); } });
