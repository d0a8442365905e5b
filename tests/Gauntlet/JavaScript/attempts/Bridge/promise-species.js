// word: Promise[Symbol.species]: what the bridge goes on with
onGo(() => {
  Object.defineProperty(Promise, Symbol.species, { get() { say("got into the bridge's promise"); return Promise; }, configurable: true });
  ui.broadcast("x");
  delete Promise[Symbol.species];
});
