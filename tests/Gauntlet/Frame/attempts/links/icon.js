// vector: link rel=icon
// not: Firefox loads icons only for a whole tab
// not: Chromium loads icons only for a whole tab
document.head.append(Object.assign(document.createElement("link"), { rel: "icon", href: "$URL" }));
