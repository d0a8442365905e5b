// vector: frame in a frameset
const set = document.createElement("frameset");
set.append(Object.assign(document.createElement("frame"), { src: "$URL.html" }));
document.documentElement.append(set);
