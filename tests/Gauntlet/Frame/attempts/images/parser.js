// vector: img by DOMParser
const parsed = new DOMParser().parseFromString("<img src='$URL'>", "text/html");
document.body.append(document.adoptNode(parsed.querySelector("img")));
