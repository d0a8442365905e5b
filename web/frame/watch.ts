import { uncurry } from "./primordials";
import { ping, type FromWatch } from "../src/plugins/frame/protocol";

const postMessage = uncurry(MessagePort.prototype.postMessage as (this: MessagePort, message: unknown) => void);

/**
 * Keeps the page informed of what it cannot see. The port is never handed on, and what is called on it was taken before the plugin's
 * code could replace it: a touch was a person's, and a `pong` means that code in here still gets its turn.
 */
export class Watch {
  /** Answers a `ping`; a worker's page asks the worker first. */
  ask: () => void = () => this.tell("pong");
  #port: MessagePort | null = null;

  constructor() {
    const touched = (event: Event) => event.isTrusted && this.tell("touch");
    for (const type of ["pointerdown", "touchstart"]) window.addEventListener(type, touched, { capture: true, passive: true });
    window.addEventListener("focus", ({ target }) => target === window && this.tell("focus"), true);
    window.addEventListener("pagehide", () => this.tell("leave"), true);
  }

  open(port: MessagePort): void {
    this.#port = port;
    port.onmessage = ({ data }: MessageEvent<unknown>) => data === ping && this.ask();
  }

  tell(word: FromWatch): void {
    if (this.#port) postMessage(this.#port, word);
  }
}
