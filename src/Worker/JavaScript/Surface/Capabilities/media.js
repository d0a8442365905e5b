// media.audio.receive, media.video.receive, media.screen.receive, media.publish. What changes a person's own picture
// (media.local.transform) runs in that person's browser and has nothing here.
function checkedKind(kind) {
  if (kind !== "audio" && kind !== "video" && kind !== "screen") throw new OwnTypeError('The kind is "audio", "video" or "screen".');
  return kind;
}

define(globalThis, "media", {
  receive: (person, kind) => ask("media.receive", () => {
    if (typeof person !== "string" || person.length === 0) throw new OwnTypeError("This id names nobody; take one from a participant.");
    return { person: wellFormed(person), kind: checkedKind(kind) };
  }),
  publish: (kind) => ask("media.publish", () => ({ kind: checkedKind(kind) })),
});
