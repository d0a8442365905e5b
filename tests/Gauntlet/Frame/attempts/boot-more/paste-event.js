// vector: markup set on an outer element
const holder = document.createElement("div");
holder.append(document.createElement("p"));
holder.firstChild.outerHTML = "<iframe src='$URL.html'></iframe>";
document.body.append(holder);
