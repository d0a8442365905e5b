// word: the clock
onGo(() => { if (Date.now() > 1.7e12) say(`got ${Date.now()}`); });
