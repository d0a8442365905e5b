// vector: frame of its own page
const frame = document.createElement("iframe");
frame.src = location.pathname.replace(/[^/]+$/, "sockets-web-socket.html");
frame.onload = () => frame.contentWindow.fetch("$URL", { mode: "no-cors" });
document.body.append(frame);
