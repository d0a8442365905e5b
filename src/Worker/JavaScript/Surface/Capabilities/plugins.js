// plugin.call, and answering other plugins' calls
const mostCallBytes = 262144;
let answering = null;

/** The reply to a call; what is thrown here goes where the handler's own faults go. */
function answerCall(raw) {
  const tell = (data) => new OwnPromise((resolve, reject) => {
    const refused = (error) => (error instanceof RoomCallError && error.code === "plugin.over" ? resolve() : reject(error));
    askThen("plugin.answer", { id: raw.id, data }, resolve, refused);
  });
  const failed = (thrown) => then(tell(null), () => { throw thrown; });
  if (answering === null) return failed(new OwnTypeError(`Another plugin called ${raw.method}, and no handler of plugins.on("call", ...) is there to answer.`));
  const { handler } = answering;
  const data = host.bytes(raw.data);
  const call = { from: raw.from, method: raw.method, data, get text() { return host.decode(copied(bytesOf(data)), false); } };
  const answered = new OwnPromise((resolve) => resolve(apply(handler, undefined, [call])));
  const encoded = then(answered, (answer) => host.base64(dataBytes(answer ?? "", mostCallBytes)));
  return then(encoded, tell, failed);
}

event("plugin.called", null, (raw) => raw);
events["plugin.called"].isOurs = true;
events["plugin.called"].first = append(null, plain({ handler: answerCall }));

define(globalThis, "plugins", {
  call: (plugin, method, data = "") => ask("plugin.call", () => {
    if (checkedString(plugin).length === 0 || checkedString(method).length === 0) throw new OwnTypeError("The plugin's id and the method are needed.");
    return { plugin: wellFormed(plugin), method: wellFormed(method), data: host.base64(dataBytes(data, mostCallBytes)) };
  }, (reply) => host.bytes(reply.data)),
  on: (name, handler) => {
    if (name !== "call") throw new OwnTypeError('There is one event here, "call".');
    if (typeof handler !== "function") throw new OwnTypeError("A handler is a function.");
    if (answering !== null) throw new OwnTypeError("Calls are answered by another handler already; stop that one first.");
    const entry = (answering = plain({ handler }));
    return () => {
      if (answering === entry) answering = null;
    };
  },
});
