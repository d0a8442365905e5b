// room.info.read, and the events of the room. What each event needs stands with its capability.
event("stop", null, () => undefined);

define(globalThis, "room", {
  alias,
  on,
  info: () => ask("room.read", undefined, (reply) => ({ name: reply.name, people: reply.people })),
});
