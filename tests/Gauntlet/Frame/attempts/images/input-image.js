// vector: input type=image
document.body.append(Object.assign(document.createElement("input"), { type: "image", src: "$URL" }));
