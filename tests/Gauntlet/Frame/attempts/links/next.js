// vector: link rel=next
// not: Chromium does nothing with it
document.head.append(Object.assign(document.createElement("link"), { rel: "next", href: "$URL" }));
