// vector: ping of a link
const link = Object.assign(document.createElement("a"), { href: "#x", ping: "$URL" });
document.body.append(link);
link.click();
