// vector: download of a blob
// effect: download
// alone
const href = URL.createObjectURL(new Blob(["secret"]));
const link = Object.assign(document.createElement("a"), { href, download: "$TOKEN.txt" });
document.body.append(link);
link.click();
