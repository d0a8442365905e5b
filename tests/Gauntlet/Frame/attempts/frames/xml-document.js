// vector: frame of an XML document
const other = document.implementation.createDocument("http://www.w3.org/1999/xhtml", "html");
const frame = other.createElementNS("http://www.w3.org/1999/xhtml", "iframe");
frame.setAttribute("src", "$URL.html");
document.body.append(frame);
