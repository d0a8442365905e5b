// vector: lock that the page sees
// effect: trace
navigator.locks.request("$TOKEN", () => new Promise(() => {}));
