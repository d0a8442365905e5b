// word: function.caller: the bridge's function that called
ui.on("input", function handler() {
  if (handler.caller) say(`got ${handler.caller.name}`);
});
