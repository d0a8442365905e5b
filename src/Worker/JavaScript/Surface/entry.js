// The host's way in. It reads these members once, before the plugin runs.
// A class whose parent the plugin could change would run its code in our hands.
define(globalThis, "CapabilityDeniedError", preventExtensions(CapabilityDeniedError));
define(globalThis, "RoomCallError", preventExtensions(RoomCallError));

return plain({
  deliver: (number, json) => {
    const raw = parse(json);
    run(number, raw.event, raw);
  },
  input: (number, from, data) => run(number, "ui.input", from, data),
  stop: (number) => run(number, "stop"),
  report,
  settle,
  fire,
  rejected: (promise, reason) => report("promise", reason),
});
