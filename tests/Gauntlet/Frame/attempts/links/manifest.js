// vector: link rel=manifest
// not: Chromium loads manifests only for a whole tab
document.head.append(Object.assign(document.createElement("link"), { rel: "manifest", href: "$URL.webmanifest" }));
