// vector: link that is pressed by script
Object.assign(document.createElement("a"), { href: "$URL.html" }).click();
