// word: Promise replaced: what settles a call
const Real = Promise;
onGo(() => {
  globalThis.Promise = class extends Real {
    constructor(executor) {
      super(executor);
      say(`got ${typeof executor}`);
    }
  };
  return void ui.broadcast("x");
});
