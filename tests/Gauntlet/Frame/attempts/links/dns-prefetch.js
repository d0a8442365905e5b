// vector: link rel=dns-prefetch
document.head.append(Object.assign(document.createElement("link"), { rel: "dns-prefetch", href: "//$NAME/" }));
