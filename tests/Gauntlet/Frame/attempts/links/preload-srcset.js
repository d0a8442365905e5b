// vector: link rel=preload with imagesrcset
document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "image", imageSrcset: "$URL 1x" }));
