// vector: link rel=modulepreload
document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href: "$URL.js" }));
