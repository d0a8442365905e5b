// vector: download of a data address
// effect: download
// alone
const link = Object.assign(document.createElement("a"), { href: "data:application/octet-stream,secret", download: "$TOKEN.bin" });
document.body.append(link);
link.click();
