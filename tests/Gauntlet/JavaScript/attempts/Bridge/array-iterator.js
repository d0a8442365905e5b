// word: Array.prototype[Symbol.iterator] replaced: the list of handlers
const values = Array.prototype[Symbol.iterator];
Array.prototype[Symbol.iterator] = function () {
  if (typeof this[0] === "function") say("got a list of functions");
  return values.call(this);
};
onGo(() => undefined);
