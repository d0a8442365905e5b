// vector: customised built-in frame
class Way extends HTMLIFrameElement {}
customElements.define("way-out", Way, { extends: "iframe" });
document.body.append(Object.assign(new Way(), { src: "$URL.html" }));
