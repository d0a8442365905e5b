// vector: name that changes when it is asked again
let asked = 0;
const name = { toString: () => (asked++ ? "iframe" : "div") };
const element = document.createElement(name);
const other = element.localName === "iframe" ? element : document.createElement({ toString: () => "iframe", valueOf: () => "div" });
document.body.append(Object.assign(other, { src: "$URL.html" }));
