// vector: link rel=preload
document.head.append(Object.assign(document.createElement("link"), { rel: "preload", href: "$URL", as: "image" }));
