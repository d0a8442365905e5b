// chat.read, chat.send
event("chat.message", "chat.read", (raw) => ({ from: raw.from, id: raw.messageId, text: raw.text, at: new OwnDate(raw.at) }));

define(globalThis, "chat", {
  send: (message) => ask("chat.send", () => ({ text: checkedText(message, 4000) })),
});
