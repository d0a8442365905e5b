import { uncurry } from "./primordials";
import { hello, type FromFrame, type PortOffer, type ToFrame } from "../src/plugins/frame/protocol";

const postMessage = uncurry(MessagePort.prototype.postMessage as (this: MessagePort, message: string) => void);

/** The one line to the page. What is sent before the page has handed it over waits. */
export class Port {
  readonly ready: Promise<void>;
  readonly #waiting: FromFrame[] = [];
  readonly #answers = new Map<number, { resolve: (value: string | undefined) => void; reject: (error: Error) => void }>();
  #port: MessagePort | null = null;
  #touches: MessagePort | null = null;
  #next = 1;

  constructor(receive: (message: ToFrame) => void) {
    const { parent } = window;
    let opened: () => void;
    this.ready = new Promise((resolve) => (opened = resolve));

    // Capturing and first, so that no message of another frame reaches the plugin's own listeners.
    window.addEventListener(
      "message",
      (event) => {
        if (event.source !== parent && event.source !== window) return event.stopImmediatePropagation();
        if (this.#port || event.source !== parent || (event.data as PortOffer | null)?.t !== "pluginroom:port") return;
        event.stopImmediatePropagation();
        this.#port = event.ports[0]!;
        this.#touches = event.ports[1]!;
        this.#port.onmessage = ({ data }: MessageEvent<ToFrame>) => this.#answered(data) || receive(data);
        receive({ t: "state", state: (event.data as PortOffer).state });
        for (const message of this.#waiting.splice(0)) this.send(message);
        opened();
      },
      true,
    );
    parent.postMessage(hello, "*");
    this.#tellTouches();
  }

  send(message: FromFrame): void {
    if (this.#port) this.#port.postMessage(message);
    else this.#waiting.push(message);
  }

  ask(message: (id: number) => FromFrame): Promise<string | undefined> {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#answers.set(id, { resolve, reject });
      this.send(message(id));
    });
  }

  // The page cannot see a click in here, and has to tell it from a script that pulls the focus. This port is never handed on, and
  // what is called on it was taken before the plugin's code could replace it, so a message means that a person did it.
  #tellTouches() {
    const tell = (event: Event) => {
      if (event.isTrusted && this.#touches) postMessage(this.#touches, "touch");
    };
    for (const type of ["pointerdown", "touchstart"]) window.addEventListener(type, tell, { capture: true, passive: true });
  }

  #answered(message: ToFrame): boolean {
    if (message.t !== "done" && message.t !== "failed") return false;
    const answer = this.#answers.get(message.id);
    this.#answers.delete(message.id);
    if (message.t === "done") answer?.resolve(message.value);
    else answer?.reject(problem(message.code, message.message));
    return true;
  }
}

export const problem = (code: string, message: string): Error => Object.assign(new Error(message), { name: "PluginRoomError", code });
