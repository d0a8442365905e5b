// vector: fetch that is aborted at once
// where: page, worker
const stop = new AbortController();
fetch("$URL", { mode: "no-cors", signal: stop.signal });
setTimeout(() => stop.abort(), 50);
