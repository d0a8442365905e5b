// word: Map.prototype.set replaced: the calls that wait for an answer
const { set } = Map.prototype;
Map.prototype.set = function (key, value) {
  if (typeof value?.resolve === "function") say("got what answers a call");
  return set.call(this, key, value);
};
onGo(() => ui.broadcast("x"));
