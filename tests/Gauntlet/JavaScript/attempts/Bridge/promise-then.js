// word: Promise.prototype.then replaced: what the bridge goes on with
const { then } = Promise.prototype;
onGo(() => {
  Promise.prototype.then = function (done, failed) {
    say(`got ${typeof done}`);
    return then.call(this, done, failed);
  };
  ui.broadcast("x");
  Promise.prototype.then = then;
});
