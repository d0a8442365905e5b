// vector: markup that counts as trusted
const { emptyHTML } = trustedTypes;
Object.setPrototypeOf(Object.prototype.toString, emptyHTML);
Object.getPrototypeOf(emptyHTML).toString = () => "<iframe src='$URL.html'></iframe>";
document.body.innerHTML = emptyHTML;
document.body.append(Object.assign(document.createElement("iframe"), { src: "$URL.html" }));
