// endless: a generator that goes on when it is ended
onGo(() => {
  function* again() { for (;;) try { yield; } finally { continue; } }
  for (const _ of again()) { }
});
