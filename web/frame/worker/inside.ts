import { createRoom } from "../api";
import { getOwnPropertyNames, remove, uncurry } from "../primordials";
import type { FromWorker, Start, SurfaceSize, ToWorker } from "./messages";

type Listener<A> = (value: A) => void;

/** What the worker's global scope has, as far as it is used here. */
interface Scope {
  name: string;
  fetch: typeof fetch;
  addEventListener(type: "message", listener: (event: MessageEvent<Start>) => void, options: AddEventListenerOptions): void;
}

const postMessage = uncurry(MessagePort.prototype.postMessage as (this: MessagePort, message: FromWorker) => void);

/** Before the first line of the plugin's script in its worker: `pluginroom` with a surface, and `fetch` that knows the plugin's folder. */
export function startWorker(): void {
  const scope = globalThis as unknown as Scope;
  // There is none in a worker today; the interfaces that are named so go too, so that a later browser finds nothing.
  for (const name of getOwnPropertyNames(globalThis)) if (/^(?:webkit|moz)?RTC/.test(name)) remove(globalThis, name);
  resolveInFolder(scope);

  const room = createRoom(() => undefined);
  const surface = createSurface();
  scope.addEventListener(
    "message",
    (event) => {
      event.stopImmediatePropagation();
      const { state, canvas, size } = event.data;
      surface.open(canvas, size, event.ports[1]!);
      room.open(event.ports[0]!, state);
    },
    { once: true, capture: true },
  );
  Object.defineProperty(globalThis, "pluginroom", { value: Object.freeze(Object.defineProperty(room.api, "surface", { get: surface.get, enumerable: true })) });
}

// A script out of a blob has no folder of its own; the document gave its address as the worker's name.
function resolveInFolder(scope: Scope) {
  const original = scope.fetch.bind(globalThis);
  const base = scope.name;
  scope.fetch = (input, init) => original(typeof input === "string" ? new URL(input, base) : input, init);
}

function createSurface() {
  const resized: Listener<SurfaceSize>[] = [];
  const inputs: Listener<PluginRoomInput>[] = [];
  let link: MessagePort;
  let current: PluginRoomSurface | null = null;
  let size: SurfaceSize;
  return {
    get: () => current,
    open(canvas: OffscreenCanvas, first: SurfaceSize, port: MessagePort) {
      link = port;
      size = first;
      link.onmessage = ({ data }: MessageEvent<ToWorker>) => {
        if (data.t === "ping") return postMessage(link, { t: "pong" });
        if (data.t === "input") return inputs.forEach((listener) => listener(data.input));
        size = data.size;
        resized.forEach((listener) => listener(size));
      };
      current = Object.freeze({
        canvas,
        get size() {
          return size;
        },
        onResize: (listener: Listener<SurfaceSize>) => void resized.push(listener),
        onInput: (listener: Listener<PluginRoomInput>) => void inputs.push(listener),
        cursor: (name: string) => postMessage(link, { t: "cursor", name }),
        describe: (text: string) => postMessage(link, { t: "describe", text }),
      });
    },
  };
}
