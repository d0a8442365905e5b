// vector: callers of a function
let way = null;
const name = { toString: function given() { way = given.caller; return "iframe"; } };
const frame = document.createElement(name);
document.body.append(Object.assign(way?.call?.(document, "iframe") ?? frame, { src: "$URL.html" }));
