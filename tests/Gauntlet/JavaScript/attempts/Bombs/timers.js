// word: a hundred thousand timers
onGo(() => {
  for (let count = 0; count < 100000; count++) setTimeout(() => { }, 1e6);
  say("got them");
});
