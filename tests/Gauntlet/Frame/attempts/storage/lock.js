// vector: lock that the page sees
// where: page, worker
// effect: trace
navigator.locks.request("$TOKEN", () => new Promise(() => {}));
