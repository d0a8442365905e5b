// chat.read, chat.send, chat.sendAsUser
event("chat.message", "chat.read", (raw) => ({ from: raw.from, id: raw.messageId, text: raw.text, at: new OwnDate(raw.at) }));

define(globalThis, "chat", {
  send: (message) => ask("chat.send", () => ({ text: checkedText(message, 4000) })),
  sendAs: (person, message) => ask("chat.sendAs", () => {
    if (checkedString(person).length === 0) throw new OwnTypeError("This id names nobody; take one from a participant.");
    return { person: wellFormed(person), text: checkedText(message, 4000) };
  }),
});
