// vector: link rel=preload of a font
document.head.append(Object.assign(document.createElement("link"), { rel: "preload", href: "$URL", as: "font", type: "font/woff2", crossOrigin: "anonymous" }));
