// net.webhook.receive
event("webhook.received", "net.webhook.receive", (raw) => {
  const data = host.bytes(raw.body);
  return { id: raw.id, contentType: raw.contentType ?? null, data, get text() { return host.decode(copied(bytesOf(data)), false); } };
});

define(globalThis, "webhook", {
  place: () => ask("webhook.read", undefined, (reply) => ({ path: reply.path, secret: reply.secret })),
  on: (name, handler) => on(typeof name === "string" ? `webhook.${name}` : name, handler),
});
