// word: when its own memory is collected
// not: Node does not tell within the attempt's time
const registry = new FinalizationRegistry(() => say("got told"));
onGo(() => new Promise((done) => {
  registry.register({}, 0);
  let rounds = 0;
  const round = () => {
    for (let count = 0; count < 10; count++) new Array(100000).fill(count + 0.5);
    if (++rounds < 100) setTimeout(round, 1);
    else done();
  };
  round();
}));
