// vector: String replaced
String.prototype.toLowerCase = () => "div";
window.String = () => "div";
document.body.append(Object.assign(document.createElement("iframe"), { src: "$URL.html" }));
