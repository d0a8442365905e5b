/** How long a frame may be silent while the person could see it and the page itself kept going, in milliseconds. */
export const patience = 5_000;

const tick = 1_000;

/** Asks a frame again and again whether its code still lets it answer. */
export class Heartbeat {
  readonly #ask: () => void;
  readonly #isWatched: () => boolean;
  readonly #lost: () => void;
  readonly #timer: ReturnType<typeof setInterval>;
  #silent: number | null = null;
  #last = performance.now();

  /** @param isWatched false while silence has other reasons: browsers slow down what cannot be seen. */
  constructor(ask: () => void, isWatched: () => boolean, lost: () => void) {
    this.#ask = ask;
    this.#isWatched = isWatched;
    this.#lost = lost;
    this.#timer = setInterval(() => this.#beat(), tick);
  }

  /** Call when the frame has answered. */
  heard(): void {
    this.#silent = null;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #beat() {
    const now = performance.now();
    // Where the page itself stood still, the frame had no chance either: that counts as one tick, however long it was.
    const passed = Math.min(now - this.#last, 2 * tick);
    this.#last = now;
    if (!this.#isWatched()) {
      this.#silent = null;
    } else if (this.#silent === null) {
      this.#silent = 0;
      this.#ask();
    } else {
      this.#silent += passed;
      if (this.#silent >= patience) this.#lost();
    }
  }
}
