// vector: link imported from a parsed document
const other = document.implementation.createHTMLDocument("");
other.body.innerHTML = "<link rel=preload as=image href='$URL'>";
document.head.append(document.importNode(other.querySelector("link"), true));
