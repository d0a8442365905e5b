// word: a function of the bridge's arguments
ui.on("input", function handler() {
  const theirs = handler.caller?.arguments ?? handler.caller?.caller?.arguments;
  if (theirs) say(`got ${theirs.length} arguments`);
});
