// vector: handler set as an attribute
const image = document.createElement("img");
image.setAttribute("onerror", "fetch('$URL')");
image.src = "data:,x";
document.body.append(image);
