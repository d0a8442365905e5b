// vector: link rel=prefetch
document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href: "$URL" }));
