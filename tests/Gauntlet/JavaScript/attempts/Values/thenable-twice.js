// word: a thenable that answers twice: a handler run twice for one event
let runs = 0;
onGo(() => ({ then(done) { done(); done(); } }));
onGo(() => { if (++runs > 1) say("got two runs"); });
