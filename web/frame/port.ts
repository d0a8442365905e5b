import type { FromFrame, FrameState, ToFrame } from "../src/plugins/frame/protocol";

/** The one line to the page. What is sent before the page has handed it over waits. */
export class Port {
  readonly ready: Promise<void>;
  readonly #receive: (message: ToFrame) => void;
  readonly #waiting: FromFrame[] = [];
  readonly #answers = new Map<number, { resolve: (value: string | File[] | undefined) => void; reject: (error: Error) => void }>();
  #opened!: () => void;
  #port: MessagePort | null = null;
  #next = 1;

  constructor(receive: (message: ToFrame) => void) {
    this.#receive = receive;
    this.ready = new Promise((resolve) => (this.#opened = resolve));
  }

  open(port: MessagePort, state: FrameState): void {
    this.#port = port;
    port.onmessage = ({ data }: MessageEvent<ToFrame>) => this.#answered(data) || this.#receive(data);
    this.#receive({ t: "state", state });
    for (const message of this.#waiting.splice(0)) this.send(message);
    this.#opened();
  }

  send(message: FromFrame): void {
    if (this.#port) this.#port.postMessage(message);
    else this.#waiting.push(message);
  }

  ask(message: (id: number) => FromFrame): Promise<string | File[] | undefined> {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#answers.set(id, { resolve, reject });
      this.send(message(id));
    });
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
