// vector: words that a window may send the page
// where: pictures
// effect: trace
for (const message of ["pluginroom:hello", { t: "link", url: "https://$NAME/" }, { t: "file", id: 1, name: "$TOKEN.txt", file: new Blob(["secret"]) }]) port.postMessage(message);
return canvas;
