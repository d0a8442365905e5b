// word: Array.prototype.push replaced: the list of handlers
const { push } = Array.prototype;
Array.prototype.push = function (...values) {
  if (typeof values[0] === "function") say("got the list of handlers");
  return push.apply(this, values);
};
onGo(() => undefined);
