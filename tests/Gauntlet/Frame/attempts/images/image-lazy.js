// vector: img that loads lazily
document.body.append(Object.assign(document.createElement("img"), { loading: "lazy", src: "$URL" }));
