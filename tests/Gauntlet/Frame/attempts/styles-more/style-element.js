// vector: style element by script
const style = document.createElement("style");
style.textContent = "body { background: url($URL) }";
document.head.append(style);
