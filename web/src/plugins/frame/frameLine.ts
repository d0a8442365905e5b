import { RateLimit } from "../rateLimit";
import { hello, unsupported, type FrameState, type FromFrame, type PortOffer, type ToFrame } from "./protocol";
import { readMessage } from "./readMessage";

/** In the long run; a burst of twice as many is let through. Beyond it the page itself would begin to stall. */
export const maxMessagesPerSecond = 500;

export type FrameEnd = "flooded" | "unsupported";

export interface FrameLineEvents {
  /** What the frame is told first, each time that it loads. */
  state(): FrameState;
  ready(): void;
  /** The person clicked or touched inside the frame. */
  touched(): void;
  message(message: FromFrame): void;
  ended(reason: FrameEnd): void;
}

/** The one line between the page and a frame: a port for each time that the frame loads, and a limit on how much it may say. */
export class FrameLine {
  readonly #frame: HTMLIFrameElement;
  readonly #events: FrameLineEvents;
  readonly #limit = new RateLimit(maxMessagesPerSecond, maxMessagesPerSecond * 2);
  #port: MessagePort | null = null;
  #ended = false;

  constructor(frame: HTMLIFrameElement, events: FrameLineEvents) {
    this.#frame = frame;
    this.#events = events;
    window.addEventListener("message", this.#posted);
  }

  send(message: ToFrame): void {
    this.#port?.postMessage(message);
  }

  close(): void {
    this.#ended = true;
    window.removeEventListener("message", this.#posted);
    this.#port?.close();
    this.#port = null;
  }

  // The origin of a sandboxed frame is "null", which any frame can have; the window cannot be another's.
  readonly #posted = (event: MessageEvent) => {
    if (event.source !== this.#frame.contentWindow || this.#frame.contentWindow === null || !this.#counted()) return;
    if (event.data === unsupported) this.#end("unsupported");
    if (event.data === hello) this.#offer();
  };

  // A frame that loads again (it may, within its own folder) starts anew: the old port is dead.
  #offer() {
    this.#port?.close();
    const { port1, port2 } = new MessageChannel();
    const touches = new MessageChannel();
    touches.port1.onmessage = () => this.#counted() && this.#events.touched();
    this.#port = port1;
    port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (this.#port !== port1 || !this.#counted()) return;
      const message = readMessage(data);
      if (message) this.#events.message(message);
    };
    const offer: PortOffer = { t: "pluginroom:port", state: this.#events.state() };
    // The opaque origin has no name to address; what the port carries reaches this window only.
    this.#frame.contentWindow!.postMessage(offer, "*", [port2, touches.port2]);
    this.#events.ready();
  }

  #counted(): boolean {
    if (this.#ended) return false;
    if (this.#limit.take()) return true;
    this.#end("flooded");
    return false;
  }

  #end(reason: FrameEnd) {
    this.close();
    this.#events.ended(reason);
  }
}
