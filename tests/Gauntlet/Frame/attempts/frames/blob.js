// vector: blob frame
const src = URL.createObjectURL(new Blob(["<img src='$URL'>"], { type: "text/html" }));
document.body.append(Object.assign(document.createElement("iframe"), { src }));
