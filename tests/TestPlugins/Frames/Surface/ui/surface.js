const absent = ["document", "window", "RTCPeerConnection", "RTCDataChannel", "localStorage", "parent", "Image"];
const found = absent.filter((name) => typeof globalThis[name] !== "undefined");

(async () => {
await pluginroom.ready;
const { surface } = pluginroom;
const pen = surface.canvas.getContext("2d");
const words = await (await fetch("words.json")).json();
const tries = await Promise.all(Object.entries({
  eval: async () => (0, eval)("1"),
  import: async () => import(new URL("other.js", self.name)),
  importScripts: async () => importScripts(new URL("other.js", self.name)),
  script: async () => new Worker(new URL("other.js", self.name)),
}).map(async ([name, trial]) => `${name} ${await trial().then(() => "works", () => "refused")}`));

function fit({ width, height, scale }) {
  surface.canvas.width = width * scale;
  surface.canvas.height = height * scale;
  pen.scale(scale, scale);
  pen.fillStyle = "#1e6091";
  pen.fillRect(0, 0, width, height);
}

let last = "nothing yet";
const say = () => surface.describe(`${words.word}. Found: ${found.join(" ") || "nothing"}. ${tries.join(", ")}. Last: ${last}. Theme: ${pluginroom.theme}.`);

fit(surface.size);
surface.onResize(fit);
surface.cursor("crosshair");
surface.onInput((input) => {
  if (input.type === "pointerdown") {
    pen.fillStyle = "#f4d35e";
    pen.fillRect(input.x - 30, input.y - 30, 60, 60);
  }
  if (input.type === "pointerdown" || input.type === "keydown") last = input.key ?? `${input.type} at ${Math.round(input.x)} ${Math.round(input.y)}`;
  if (input.key === "h") for (;;);
  say();
});
say();
})();
