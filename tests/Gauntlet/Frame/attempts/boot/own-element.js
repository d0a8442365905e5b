// vector: createElement from another document
const { createElement } = document.implementation.createHTMLDocument("");
document.body.append(Object.assign(createElement.call(document, "iframe"), { src: "$URL.html" }));
