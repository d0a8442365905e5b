// vector: audio element
document.body.append(Object.assign(document.createElement("audio"), { src: "$URL", autoplay: true }));
