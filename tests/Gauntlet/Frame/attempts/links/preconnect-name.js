// vector: link rel=preconnect to a name
document.head.append(Object.assign(document.createElement("link"), { rel: "preconnect", href: "http://$NAME:$PORT/" }));
