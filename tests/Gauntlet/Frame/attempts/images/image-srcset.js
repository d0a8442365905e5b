// vector: img srcset
document.body.append(Object.assign(document.createElement("img"), { srcset: "$URL 1x, $URL/2 2x" }));
