/** How long a frame may be silent while the person could see it and the page itself kept going, in milliseconds. */
export const patience = 5_000;

const tick = 1_000;

/** Asks a frame again and again whether its code still lets it answer. */
export class Heartbeat {
  static readonly #all = new Set<Heartbeat>();

  readonly #ask: () => void;
  readonly #isWatched: () => boolean;
  readonly #lost: () => void;
  readonly #timer: ReturnType<typeof setInterval>;
  #silent: number | null = null;
  #suspected = false;
  #last = performance.now();

  /** @param isWatched false while silence has other reasons: browsers slow down what cannot be seen. */
  constructor(ask: () => void, isWatched: () => boolean, lost: () => void) {
    this.#ask = ask;
    this.#isWatched = isWatched;
    this.#lost = lost;
    this.#timer = setInterval(() => this.#beat(), tick);
    Heartbeat.#all.add(this);
  }

  /** Call when the frame has answered. */
  heard(): void {
    this.#silent = null;
    this.#suspected = false;
  }

  stop(): void {
    clearInterval(this.#timer);
    Heartbeat.#all.delete(this);
  }

  #beat() {
    const now = performance.now();
    // Where the page itself stood still, the frame had no chance either: that counts as one tick, however long it was.
    const passed = Math.min(now - this.#last, 2 * tick);
    this.#last = now;
    if (!this.#suspected && !this.#isWatched()) {
      this.#silent = null;
    } else if (this.#silent === null) {
      this.#silent = 0;
      this.#ask();
    } else {
      this.#silent += passed;
      if (this.#silent >= patience) this.#end();
    }
  }

  // Browsers run frames of one site in one process, so one that hangs takes the others with it, and those that nobody sees would keep
  // that process alive. Each has to answer now.
  #end() {
    this.stop();
    for (const other of Heartbeat.#all) other.#suspected = true;
    this.#lost();
  }
}
