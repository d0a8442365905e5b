// vector: link rel=manifest
// not: Firefox loads manifests only for a whole tab
// not: Chromium loads manifests only for a whole tab
document.head.append(Object.assign(document.createElement("link"), { rel: "manifest", href: "$URL.webmanifest" }));
