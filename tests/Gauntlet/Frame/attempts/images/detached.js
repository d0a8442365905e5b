// vector: img of another document
const other = document.implementation.createHTMLDocument("");
document.body.append(document.adoptNode(Object.assign(other.createElement("img"), { src: "$URL" })));
