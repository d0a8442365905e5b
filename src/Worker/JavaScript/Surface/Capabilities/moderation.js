// moderation.mute, moderation.remove
const moderate = (call) => (person, reason) => ask(call, () => {
  if (checkedString(person).length === 0) throw new OwnTypeError("This id names nobody; take one from a participant.");
  return { person: wellFormed(person), reason: checkedText(reason, 200) };
});

define(globalThis, "moderation", {
  mute: moderate("moderation.mute"),
  remove: moderate("moderation.remove"),
});
