// gone: bytes that are taken away while they are sent
onGo(() => {
  const bytes = new Uint8Array(8);
  Object.defineProperty(bytes, "length", { get() { structuredCloneAway(bytes.buffer); return 8; } });
  ui.broadcast(bytes);
  const view = new DataView(new ArrayBuffer(8));
  structuredCloneAway(view.buffer);
  setTimeout(() => view.getInt8(0), 0);
});
const structuredCloneAway = (buffer) => (buffer.transfer ? buffer.transfer() : structuredClone(buffer, { transfer: [buffer] }));
