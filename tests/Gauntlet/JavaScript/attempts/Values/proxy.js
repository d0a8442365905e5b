// word: a Proxy: code of the script's inside the bridge
onGo(() => void ui.broadcast(new Proxy({}, { get(_, name) { say(`got ${String(name)}`); return undefined; } })));
