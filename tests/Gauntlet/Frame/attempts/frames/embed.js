// vector: embed with a blob document
const src = URL.createObjectURL(new Blob(["<img src='$URL'>"], { type: "text/html" }));
document.body.append(Object.assign(document.createElement("embed"), { type: "text/html", src }));
