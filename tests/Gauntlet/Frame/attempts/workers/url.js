// vector: worker from elsewhere
// not: Chromium loads no worker of another origin
new Worker("$URL.js");
