// vector: download from elsewhere
// alone
const link = Object.assign(document.createElement("a"), { href: "$URL.bin", download: "" });
document.body.append(link);
link.click();
