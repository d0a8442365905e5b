// vector: link rel=prerender
// not: Chromium prerenders only from a whole tab
// not: Firefox does not prerender
document.head.append(Object.assign(document.createElement("link"), { rel: "prerender", href: "$URL.html" }));
