// vector: script src past the setter
const script = document.createElement("script");
script.setAttributeNS(null, "src", "$URL.js");
document.body.append(script);
