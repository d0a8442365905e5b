// vector: image in a shadow root
const root = document.body.appendChild(document.createElement("div")).attachShadow({ mode: "closed" });
root.append(Object.assign(new Image(), { src: "$URL" }));
