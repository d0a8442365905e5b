// vector: shared worker from a data address
// not: Chromium starts no shared worker of a data address
new SharedWorker("data:text/javascript,fetch('$URL')");
