// vector: video
document.body.append(Object.assign(document.createElement("video"), { src: "$URL", preload: "auto" }));
