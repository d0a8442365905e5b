// vector: new window that is then sent away
// alone
const child = open("about:blank");
child.location = "$URL.html";
