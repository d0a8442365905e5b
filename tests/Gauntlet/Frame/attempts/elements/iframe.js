// vector: iframe src
document.body.append(Object.assign(document.createElement("iframe"), { src: "$URL.html" }));
