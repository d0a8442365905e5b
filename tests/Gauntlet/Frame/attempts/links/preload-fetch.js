// vector: link rel=preload as fetch
document.head.append(Object.assign(document.createElement("link"), { rel: "preload", href: "$URL", as: "fetch", crossOrigin: "anonymous" }));
