// vector: embed src
document.body.append(Object.assign(document.createElement("embed"), { src: "$URL.html" }));
