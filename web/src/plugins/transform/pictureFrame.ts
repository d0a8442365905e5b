import { hello, unsupported } from "../frame/protocol";
import { lockedFrame } from "../frame/lockedFrame";
import { broken, type FromPicture, type ToPicture } from "./protocol";

export interface PictureFrameEvents {
  opened(): void;
  /** The answer to the picture that was sent last; null where there is none. */
  changed(picture: ImageBitmap | null): void;
  ended(reason: "broken" | "unsupported"): void;
}

/** The locked frame of a script that changes pictures: one port, one picture in, one picture out. It is told nothing else and asked nothing else. */
export class PictureFrame {
  readonly #element = lockedFrame("Changes your picture, plugin");
  readonly #events: PictureFrameEvents;
  #port: MessagePort | null = null;
  #isAsked = false;
  #loads = 0;
  #isOver = false;

  constructor(url: string, events: PictureFrameEvents) {
    this.#events = events;
    const element = this.#element;
    // In the page and in sight, for browsers let rest what nobody could see; and still nothing to see, to click or to reach by the keyboard.
    element.className = "picture-frame";
    element.inert = true;
    element.tabIndex = -1;
    element.setAttribute("aria-hidden", "true");
    element.addEventListener("load", () => this.#loads++ > 0 && this.#end("broken"));
    window.addEventListener("message", this.#posted);
    element.src = url;
    document.body.append(element);
  }

  /** One at a time. */
  send(picture: ImageBitmap): void {
    this.#isAsked = true;
    this.#port!.postMessage({ picture } satisfies ToPicture, [picture]);
  }

  close(): void {
    this.#isOver = true;
    window.removeEventListener("message", this.#posted);
    this.#port?.close();
    this.#element.remove();
  }

  readonly #posted = ({ source, data }: MessageEvent<unknown>) => {
    if (this.#isOver || source === null || source !== this.#element.contentWindow) return;
    if (data === unsupported) this.#end("unsupported");
    // A boot script that starts again is that of another document.
    else if (data === broken || (data === hello && this.#port)) this.#end("broken");
    else if (data === hello) this.#offer();
  };

  #offer() {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.onmessage = ({ data }: MessageEvent<unknown>) => this.#answered(data);
    port1.onmessageerror = () => this.#end("broken");
    // Unlike other frames this one is told nothing of the room: neither who is here, nor who this is.
    this.#element.contentWindow!.postMessage({ t: "pluginroom:port" }, "*", [port2]);
    this.#events.opened();
  }

  #answered(data: unknown) {
    // Whoever speaks without being asked could count something out.
    if (this.#isOver || !this.#isAsked) return this.#end("broken");
    this.#isAsked = false;
    const { picture } = (typeof data === "object" && data !== null ? data : {}) as Partial<FromPicture>;
    this.#events.changed(picture instanceof ImageBitmap ? picture : null);
  }

  #end(reason: "broken" | "unsupported") {
    if (this.#isOver) return;
    this.close();
    this.#events.ended(reason);
  }
}
