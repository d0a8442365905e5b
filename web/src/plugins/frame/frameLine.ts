import { RateLimit } from "../rateLimit";
import { Heartbeat } from "./heartbeat";
import { hello, ping, unsupported, type FrameState, type FromFrame, type FromWatch, type PortOffer, type ToFrame } from "./protocol";
import { readMessage } from "./readMessage";

/** In the long run; a burst of twice as many is let through. Beyond it the page itself would begin to stall. */
export const maxMessagesPerSecond = 500;

/** How long reading a frame's messages may keep the page busy, in milliseconds for each second, and at once. */
const readingTime = { perSecond: 100, burst: 500 };

/** Once may be an author's mistake; what is typed between two is the plugin's. */
const maxThefts = { count: 2, within: 10_000 };

export type FrameEnd = "flooded" | "unsupported" | "left" | "hung" | "grabbed";

export interface FrameLineEvents {
  /** What the frame is told first. */
  state(): FrameState;
  /** Whether the person could see the frame now. */
  isInSight(): boolean;
  ready(): void;
  /** The person clicked or touched inside the frame. */
  touched(): void;
  /** The keyboard's focus came to the frame, by the person or by itself; call what is given if it was taken from where they typed. */
  focused(stolen: () => void): void;
  message(message: FromFrame): void;
  ended(reason: FrameEnd): void;
}

/**
 * The line between the page and a frame, for the one time that it loads: how much it may say is limited, and when it leaves for another
 * address or stops answering, that is its end.
 */
export class FrameLine {
  readonly #frame: HTMLIFrameElement;
  readonly #events: FrameLineEvents;
  readonly #limit = new RateLimit(maxMessagesPerSecond, maxMessagesPerSecond * 2);
  readonly #reading = new RateLimit(readingTime.perSecond, readingTime.burst);
  readonly #watch = new MessageChannel();
  #heartbeat: Heartbeat | null = null;
  #port: MessagePort | null = null;
  #ended = false;
  #loads = 0;
  #thefts: number[] = [];

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
    this.#heartbeat?.stop();
    this.#port?.close();
    this.#watch.port1.close();
    this.#port = null;
  }

  /** Call when the frame has loaded, whatever it is that did. */
  loaded(): void {
    // The first load is the page that was asked for; by the second one the frame shows something else.
    if (this.#loads++ > 0 && !this.#ended) this.#end("left");
  }

  // The origin of a sandboxed frame is "null", which any frame can have; the window cannot be another's.
  readonly #posted = (event: MessageEvent) => {
    if (event.source !== this.#frame.contentWindow || this.#frame.contentWindow === null || !this.#counted()) return;
    if (event.data === unsupported) this.#end("unsupported");
    // A boot script that starts again is that of another document.
    if (event.data === hello) this.#port ? this.#end("left") : this.#offer();
  };

  #offer() {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.onmessage = (event: MessageEvent<unknown>) => this.#said(event);
    this.#watch.port1.onmessage = ({ data }: MessageEvent<FromWatch>) => this.#counted() && this.#watched(data);
    const offer: PortOffer = { t: "pluginroom:port", state: this.#events.state() };
    // The opaque origin has no name to address; what the port carries reaches this window only.
    this.#frame.contentWindow!.postMessage(offer, "*", [port2, this.#watch.port2]);
    this.#heartbeat = new Heartbeat(
      () => this.#watch.port1.postMessage(ping),
      () => this.#events.isInSight(),
      () => this.#end("hung"),
    );
    this.#events.ready();
  }

  #said(event: MessageEvent<unknown>) {
    if (!this.#counted()) return;
    const before = performance.now();
    // Where browsers put a message together only when it is looked at, a few huge ones could stall the page as well as many small ones.
    const message = readMessage(event.data);
    if (!this.#reading.take(performance.now() - before)) return this.#end("flooded");
    if (message) this.#events.message(message);
  }

  #watched(word: FromWatch) {
    if (word === "touch") this.#events.touched();
    else if (word === "focus") this.#events.focused(() => this.#stole());
    else if (word === "leave") this.#end("left");
    else this.#heartbeat?.heard();
  }

  #stole() {
    const now = performance.now();
    this.#thefts = [...this.#thefts.filter((at) => now - at < maxThefts.within), now];
    if (this.#thefts.length >= maxThefts.count && !this.#ended) this.#end("grabbed");
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
