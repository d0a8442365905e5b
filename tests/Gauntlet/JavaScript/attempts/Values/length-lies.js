// heard: bytes that lie about their length
onGo(() => {
  const text = target.token.repeat(20000);
  const bytes = Uint8Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  Object.defineProperty(bytes, "length", { value: 1 });
  return void ui.broadcast(bytes);
});
