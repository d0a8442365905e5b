// heard: bytes that are changed after they were handed over
onGo(() => {
  const bytes = new Uint8Array(target.token.length).fill(120);
  ui.broadcast(bytes);
  for (let index = 0; index < bytes.length; index++) bytes[index] = target.token.charCodeAt(index);
});
