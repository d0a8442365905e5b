// Before each attempt, in Node and in the worker alike. `target` stands above it. The answer to "next" waits for timers that are due.
const saying = globalThis.saying ?? ui.broadcast;
const say = (text) => void saying(`${text}`);
const onGo = (attempt) => ui.on("input", (input) => (input.text === "go" ? attempt(input) : undefined));
const later = setTimeout;
say("up");
ui.on("input", (input) => { if (input.text === "next") later(() => say("here"), 20); });
