// vector: worker from elsewhere
// not: Firefox loads no worker of another origin
// not: Chromium loads no worker of another origin
new Worker("$URL.js");
