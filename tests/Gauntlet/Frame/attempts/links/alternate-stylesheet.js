// vector: link rel="alternate stylesheet"
document.head.append(Object.assign(document.createElement("link"), { rel: "alternate stylesheet", href: "$URL.css", title: "x" }));
