// The control's bridge, as one is easily written: in the script's own world, asking the script's own objects and methods whenever it
// needs them, with its gate among them. Every trick in attempts/Bridge works on it.
(function () {
  const { writeSync } = require("node:fs");
  const { stringify } = JSON;
  const waiting = new Map();
  const events = { input: [] };
  let last = 0;

  globalThis.saying = (text) => void writeSync(1, `${stringify({ call: "say", text })}\n`);
  globalThis.room = { capabilities: ["ui.panel"], on: (name, handler) => events[name].push(handler) };
  globalThis.chat = { capability: "chat.send", send(text) { return ask(this.capability, "chat.send", text); } };
  globalThis.ui = { on: room.on, broadcast };
  globalThis.console = { log: (...values) => native(JSON.stringify({ call: "log", text: values.map(String).join(" ") })) };

  function native(json) { writeSync(1, `${json}\n`); }

  function broadcast(data) {
    if (data.length > 262144) throw new RangeError("Too long.");
    return Promise.resolve().then(() => ask("ui.panel", "ui.broadcast", data instanceof Uint8Array ? Buffer.from(data.buffer).toString() : data));
  }

  function ask(capability, call, text) {
    if (!room.capabilities.includes(capability)) return Promise.reject(new Error(`${capability} is not declared.`));
    return new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject });
      const message = { id: last };
      message.call = call;
      message.text = text;
      native.apply(undefined, [JSON.stringify(message)]);
      setImmediate(settle, `{"id":${last},"reply":"done"}`);
    });
  }

  function settle(json) {
    const reply = JSON.parse(json);
    waiting.get(reply.id).resolve(reply);
    waiting.delete(reply.id);
  }

  function deliver(name, input) {
    const handlers = [...events[name]];
    function run(index) {
      if (index === handlers.length) return;
      let result;
      try {
        result = handlers[index](input);
      } catch (thrown) {
        report(thrown);
      }
      if (result && result.then) result.then(() => run(index + 1), report);
      else run(index + 1);
    }
    run(0);
  }

  function report(thrown) { native(JSON.stringify({ call: "fault", text: `${thrown.name}: ${thrown.message}\n${thrown.stack}` })); }

  process.stdin.setEncoding("utf8").on("data", (lines) => {
    for (const text of lines.trim().split("\n")) setImmediate(deliver, "input", { from: "p1", text });
  });
})();
