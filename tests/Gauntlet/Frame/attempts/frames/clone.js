// vector: frame cloned out of a template
const template = document.createElement("template");
template.innerHTML = "<iframe src='$URL.html'></iframe>";
document.body.append(template.content.cloneNode(true));
