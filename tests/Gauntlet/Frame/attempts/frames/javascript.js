// vector: javascript: frame
document.body.append(Object.assign(document.createElement("iframe"), { src: "javascript:`<img src=$URL>`" }));
