// vector: fetch of an empty frame's realm
const frame = document.body.appendChild(document.createElement("iframe"));
frame.contentWindow.fetch("$URL", { mode: "no-cors" });
