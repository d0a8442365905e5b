// word: a clock finer than a millisecond
onGo(() => { const first = performance.now(); if (first % 1 !== 0) say(`got ${first}`); });
