import type { FromPicture, ToPicture } from "../../src/plugins/transform/protocol";
import { getOwnPropertyNames, remove, uncurry } from "../primordials";

type Handler = (picture: ImageBitmap) => unknown;

const postMessage = uncurry(MessagePort.prototype.postMessage as (this: MessagePort, message: FromPicture, transfer: Transferable[]) => void);

/** Before the first line of the plugin's script in its worker: `pluginroom` with nothing but pictures. */
export function startPictures(): void {
  const scope = globalThis as unknown as EventTarget;
  for (const name of getOwnPropertyNames(globalThis)) if (/^(?:webkit|moz)?RTC/.test(name)) remove(globalThis, name);
  let handler: Handler | null = null;
  let port: MessagePort | null = null;
  // Those that came before the script said what to do with them: the newest counts.
  let waiting: ImageBitmap | null = null;

  const change = async (picture: ImageBitmap) => {
    const { width, height } = picture;
    try {
      const made = await handler!(picture);
      const changed = made instanceof OffscreenCanvas ? made.transferToImageBitmap() : (made as ImageBitmap);
      if (!(changed instanceof ImageBitmap) || changed.width !== width || changed.height !== height)
        throw new TypeError(`A picture of ${width} x ${height} is expected back, as an ImageBitmap or an OffscreenCanvas.`);
      postMessage(port!, { picture: changed }, [changed]);
    } catch (error) {
      console.error(error);
      postMessage(port!, { picture: null }, []);
    } finally {
      picture.close();
    }
  };

  scope.addEventListener(
    "message",
    (event) => {
      event.stopImmediatePropagation();
      port = (event as MessageEvent).ports[0]!;
      port.onmessage = ({ data }: MessageEvent<ToPicture>) => {
        if (handler) void change(data.picture);
        else waiting = data.picture;
      };
    },
    { once: true, capture: true },
  );
  const transform = Object.freeze({
    onFrame: (listener: Handler) => {
      handler = listener;
      if (waiting) void change(waiting);
      waiting = null;
    },
  });
  Object.defineProperty(globalThis, "pluginroom", { value: Object.freeze({ transform }) });
}
