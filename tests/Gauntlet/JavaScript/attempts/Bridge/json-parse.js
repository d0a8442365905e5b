// word: JSON.parse replaced: the bridge's own messages
const { parse } = JSON;
onGo(() => {
  JSON.parse = (text) => (say(`got ${text}`), parse(text));
  return ui.broadcast("x");
});
