// vector: download by a link in SVG
// effect: download
// alone
// not: Firefox downloads nothing for it
const space = "http://www.w3.org/2000/svg";
const link = document.createElementNS(space, "a");
link.setAttribute("href", URL.createObjectURL(new Blob(["secret"])));
link.setAttribute("download", "$TOKEN.txt");
document.body.appendChild(document.createElementNS(space, "svg")).append(link);
link.dispatchEvent(new MouseEvent("click"));
