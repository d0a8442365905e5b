// vector: link rel=preconnect
document.head.append(Object.assign(document.createElement("link"), { rel: "preconnect", href: "$URL" }));
