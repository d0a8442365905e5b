// vector: link into a new window
// alone
Object.assign(document.createElement("a"), { href: "$URL.html", target: "_blank" }).click();
