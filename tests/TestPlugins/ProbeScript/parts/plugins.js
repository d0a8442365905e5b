orders["plugin.call"] = async (words) => {
  const [, plugin, method, data] = /^(\S+) (\S+) ?([^]*)$/.exec(words);
  return new TextDecoder().decode(await plugins.call(plugin, method, data));
};
orders["plugin.call.large"] = async (words) => `${(await plugins.call(words, "echo", new Uint8Array(262144))).length} bytes`;

const answers = {
  echo: (call) => call.data,
  slow: () => new Promise(() => {}),
  back: (call) => plugins.call(call.from, "echo", call.data).catch((error) => error.code),
};

listen("plugin.call", (say) => plugins.on("call", (call) => {
  say(`${call.method} from ${call.from}`);
  if (!(call.method in answers)) throw new Error("a secret of its own");
  return answers[call.method](call);
}));
