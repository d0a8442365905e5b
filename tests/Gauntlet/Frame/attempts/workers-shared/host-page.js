// vector: the host's own page in the frame
// effect: says $SECRET
const frame = document.body.appendChild(document.createElement("iframe"));
frame.onload = () => say(frame.contentWindow.parent.parent.secret);
frame.src = "/";
