// word: Error.prepareStackTrace: the functions on the stack
ui.on("input", function handler() {
  Error.prepareStackTrace = (_, sites) => sites;
  const { stack } = new Error();
  const theirs = Array.isArray(stack) ? stack.map((site) => site.getFunction()).find((found) => found && found !== handler) : undefined;
  if (theirs) say(`got ${theirs.name}`);
});
