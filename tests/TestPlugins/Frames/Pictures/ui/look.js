// Paints over the whole picture.
const canvas = new OffscreenCanvas(1, 1);
const pen = canvas.getContext("2d");

function paint(picture, colour) {
  Object.assign(canvas, { width: picture.width, height: picture.height });
  pen.fillStyle = colour;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  return canvas;
}

// Looks for a way out and paints what it found: green where there is none, red where there is one. One bar for each thing tried.
// A test puts the address there at which it listens.
const tries = [
  () => pluginroom.server ?? pluginroom.channel ?? pluginroom.people ?? pluginroom.me ?? pluginroom.saveFile ?? pluginroom.openLink,
  () => fetch("http://127.0.0.1:9/").then(() => true),
  () => importScripts("blue.js") ?? true,
  () => import("./blue.js").then(() => true),
  () => new Promise((yes, no) => {
    const socket = new WebSocket("ws://127.0.0.1:9/");
    socket.onopen = () => yes(true);
    socket.onerror = no;
  }),
  () => new Promise((yes, no) => {
    const source = new EventSource("http://127.0.0.1:9/");
    source.onopen = () => yes(true);
    source.onerror = no;
  }),
  () => new Promise((yes, no) => {
    const request = new XMLHttpRequest();
    request.onload = () => yes(true);
    request.onerror = no;
    request.open("GET", "http://127.0.0.1:9/");
    request.send();
  }),
  () => new Promise((yes, no) => {
    const request = indexedDB.open("kept");
    request.onsuccess = () => yes(true);
    request.onerror = no;
  }),
  () => caches.open("kept").then(() => true),
  () => typeof RTCPeerConnection !== "undefined",
  () => eval("true"),
  // A worker of its own has no more than this one.
  () => new Promise((yes, no) => {
    const code = 'fetch("http://127.0.0.1:9/").then(() => postMessage(true), () => postMessage(false))';
    const worker = new Worker(URL.createObjectURL(new Blob([code])));
    worker.onmessage = ({ data }) => (data ? yes(true) : no());
    worker.onerror = no;
  }),
  // The page answers nothing to what is not a picture.
  () => new Promise((yes, no) => {
    postMessage({ t: "server", id: 1, data: new Uint8Array(4) });
    addEventListener("message", () => yes(true));
    setTimeout(no, 1_000);
  }),
  // What is possible is painted red, or the rest would prove nothing.
  async () => (await new Blob(["found"]).text()) === "found",
];

const found = Promise.all(tries.map(async (attempt) => {
  try {
    return Boolean(await attempt());
  } catch {
    return false;
  }
}));

pluginroom.transform.onFrame(async (picture) => {
  const results = await found;
  paint(picture, "rgb(0, 0, 0)");
  const width = canvas.width / results.length;
  results.forEach((out, index) => {
    pen.fillStyle = out ? "rgb(200, 0, 0)" : "rgb(0, 160, 0)";
    pen.fillRect(index * width, 0, width, canvas.height);
  });
  return canvas;
});
