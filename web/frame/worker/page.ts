import { askForPorts, type Offer } from "../handshake";
import { Watch } from "../watch";
import { watchInput } from "./input";
import type { FromWorker, Start, SurfaceSize, ToWorker } from "./messages";

const cursors = ["default", "none", "pointer", "crosshair", "text", "move", "grab", "grabbing", "not-allowed", "wait", "ns-resize", "ew-resize", "nesw-resize", "nwse-resize"];

/** The document around a plugin's worker: a canvas over all of it, and no code of the plugin's. */
export function startWorkerPage(own: HTMLScriptElement, script: string): void {
  const prelude = own.textContent;
  // What `new Worker` takes has to be trusted; nothing else in here takes a string.
  trustedTypes.createPolicy("default", { createScriptURL: (url) => (url.startsWith("blob:") ? url : null) });
  const address = new URL(script, location.href);
  const code = fetch(address).then((response) => (response.ok ? response.text() : Promise.reject(new Error(`${address.pathname} was not found.`))));
  const watch = new Watch();
  own.remove();
  askForPorts((offer) => {
    watch.open(offer.watch);
    document.documentElement.style.colorScheme = offer.state.theme;
    code.then((text) => run(watch, offer, address, [prelude, "\n", text])).catch((error: unknown) => console.error(error));
  });
}

function run(watch: Watch, offer: Offer, address: URL, code: string[]) {
  const canvas = surface();
  const worker = new Worker(URL.createObjectURL(new Blob(code, { type: "text/javascript" })), { name: address.href });
  // An error without a message is a script that did not load at all.
  worker.onerror = ({ message, lineno }) => console.error(`${address.pathname}: ${message || "the worker did not start"} (line ${lineno})`);
  const { port1: link, port2 } = new MessageChannel();
  const tell = (message: ToWorker) => link.postMessage(message);

  let asked = false;
  watch.ask = () => {
    asked = true;
    tell({ t: "ping" });
  };
  link.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if (data.t === "pong" && asked) watch.tell("pong");
    if (data.t === "pong") asked = false;
    if (data.t === "cursor" && cursors.includes(data.name)) canvas.style.cursor = data.name;
    if (data.t === "describe") canvas.setAttribute("aria-label", String(data.text).slice(0, 2_000));
  };

  const offscreen = canvas.transferControlToOffscreen();
  const start: Start = { state: offer.state, canvas: offscreen, size: sizeOf(canvas) };
  worker.postMessage(start, [offscreen, offer.line, port2]);
  new ResizeObserver(() => tell({ t: "size", size: sizeOf(canvas) })).observe(canvas);
  watchInput(canvas, (input) => tell({ t: "input", input }));
}

// By properties: the policy allows no style in markup.
function surface(): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  Object.assign(document.body.style, { margin: "0", overflow: "hidden" });
  Object.assign(canvas.style, { position: "fixed", inset: "0", width: "100%", height: "100%", touchAction: "none", outlineOffset: "-2px" });
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "img");
  document.body.append(canvas);
  return canvas;
}

const sizeOf = (canvas: HTMLCanvasElement): SurfaceSize => ({ width: canvas.clientWidth, height: canvas.clientHeight, scale: devicePixelRatio });
