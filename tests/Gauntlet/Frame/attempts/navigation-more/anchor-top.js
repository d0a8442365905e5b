// vector: link into the tab
// alone
Object.assign(document.createElement("a"), { href: "$URL.html", target: "_top" }).click();
