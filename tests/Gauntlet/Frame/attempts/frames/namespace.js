// vector: frame by a prefixed name
const frame = document.createElementNS("http://www.w3.org/1999/xhtml", "x:iframe");
frame.setAttribute("src", "$URL.html");
document.body.append(frame);
