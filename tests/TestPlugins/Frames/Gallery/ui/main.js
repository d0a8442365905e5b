import { named } from "./parts/names.js";

// Each answers what shows that it works; a test compares.
const trials = {
  module: async () => named,
  later: async () => (await import("./parts/names.js")).named,
  json: async () => (await (await fetch("words.json")).json()).word,
  png: async () => {
    await document.getElementById("png").decode();
    const pen = document.getElementById("canvas").getContext("2d");
    pen.drawImage(await createImageBitmap(await (await fetch("red.png")).blob()), 0, 0, 20, 20);
    return `${document.getElementById("png").naturalWidth} wide, ${pen.getImageData(10, 10, 1, 1).data}`;
  },
  svg: async () => {
    await document.getElementById("svg").decode();
    return `${document.getElementById("svg").naturalWidth} wide`;
  },
  font: async () => {
    await document.fonts.load("20px Wide", "M");
    return `${document.getElementById("wide").getBoundingClientRect().width} wide`;
  },
  css: async () => getComputedStyle(document.getElementById("lines")).listStyleType,
  background: async () => getComputedStyle(document.getElementById("state")).backgroundImage.endsWith('/ui/red.png")'),
  wasm: async () => (await WebAssembly.instantiateStreaming(fetch("add.wasm"))).instance.exports.add(19, 23),
  worker: async () => {
    const code = await (await fetch("parts/worker.txt")).blob();
    const worker = new Worker(URL.createObjectURL(code));
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage("drawer");
    });
  },
  webgl: async () => typeof WebGLRenderingContext,
  markup: async () => {
    const element = document.createElement("div");
    element.innerHTML = "<b>bold</b>";
    return element.firstChild.localName;
  },
};

await pluginroom.ready;
for (const [name, trial] of Object.entries(trials)) {
  const line = document.createElement("li");
  line.textContent = `${name}: ${await trial().catch((error) => error)}`;
  document.getElementById("lines").append(line);
}
document.getElementById("state").textContent = "ready";
