// ui.panel, ui.stage or ui.toolbar: bytes to and from the plugin's own frames
const mostBytes = 256 * 1024;

event("ui.input", "ui.panel", (from, data) => ({ from, data, get text() { return host.decode(copied(bytesOf(data)), false); } }));

define(globalThis, "ui", {
  on: (name, handler) => on(typeof name === "string" ? `ui.${name}` : name, handler),
  send: (to, data) => answer(() => {
    if (typeof to !== "string" || to.length === 0) throw new OwnTypeError("This id names nobody; take one from a participant, or use ui.broadcast.");
    if (to.length > 255) throw new RoomCallError("participant.unknown", "That is no id of a participant.");
    return host.show(to, checkedData(data, mostBytes));
  }),
  broadcast: (data) => answer(() => host.show(undefined, checkedData(data, mostBytes))),
});
