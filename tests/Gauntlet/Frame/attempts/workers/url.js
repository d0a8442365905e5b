// vector: worker from elsewhere
// not: Firefox loads no worker of another origin
// not: Chromium loads no worker of another origin
setTimeout(Object, 60_000, new Worker("$URL.js"));
