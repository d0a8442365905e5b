// vector: module script
document.body.append(Object.assign(document.createElement("script"), { type: "module", src: "$URL.js" }));
