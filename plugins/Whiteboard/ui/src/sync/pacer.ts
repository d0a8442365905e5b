/** Sends in order and below the channel's messages per second; what would go over waits. */
export class Pacer {
  readonly #waiting: (() => void)[] = [];
  #tokens: number;
  #at = performance.now();
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly perSecond: number,
    private readonly burst: number,
  ) {
    this.#tokens = burst;
  }

  run(send: () => void): void {
    this.#waiting.push(send);
    this.#drain();
  }

  #drain(): void {
    const now = performance.now();
    this.#tokens = Math.min(this.burst, this.#tokens + ((now - this.#at) * this.perSecond) / 1000);
    this.#at = now;
    while (this.#waiting.length > 0 && this.#tokens >= 1) {
      this.#tokens--;
      this.#waiting.shift()!();
    }
    if (this.#waiting.length > 0) this.#timer ??= setTimeout(() => this.#again(), 1000 / this.perSecond);
  }

  #again(): void {
    this.#timer = null;
    this.#drain();
  }
}
