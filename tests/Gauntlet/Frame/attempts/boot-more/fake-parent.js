// vector: message that looks like the page's
// effect: says got through
const { port1, port2 } = new MessageChannel();
postMessage({ t: "pluginroom:port", state: {} }, "*", [port2, new MessageChannel().port2]);
port1.onmessage = ({ data }) => say("got " + data.t);
setTimeout(() => window.pluginroom?.openLink("http://x.test/"), 100);
if (!window.pluginroom) parent.postMessage("x", "*"), say("got through");
