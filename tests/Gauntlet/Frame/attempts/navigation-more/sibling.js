// vector: another frame's location
// alone
for (let index = 0; index < parent.length; index++) if (parent[index] !== window) parent[index].location = "$URL.html";
