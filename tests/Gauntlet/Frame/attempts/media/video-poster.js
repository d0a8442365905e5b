// vector: video poster
document.body.append(Object.assign(document.createElement("video"), { poster: "$URL" }));
