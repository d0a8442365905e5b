// vector: Object.prototype filled
for (const name of ["iframe", "src", "1", "value", "get"]) Object.prototype[name] = undefined;
document.body.append(Object.assign(document.createElement("iframe"), { src: "$URL.html" }));
