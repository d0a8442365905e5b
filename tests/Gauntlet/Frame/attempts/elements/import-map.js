// vector: import map to elsewhere
const script = Object.assign(document.createElement("script"), { type: "importmap" });
script.textContent = JSON.stringify({ imports: { secret: "$URL.js" } });
document.head.append(script);
import("secret");
