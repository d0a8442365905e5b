const stallSeconds = 0.3;
const stallTicks = 5;
const smoothing = 0.05;

/**
 * The one clock of a recording: the audio context's time, in seconds since the first sound. It moves in steps of a render
 * block, so it is smoothed with the page's clock. When the context stood still (its device went away and came back) the time lost
 * becomes a gap, which the sound carries as silence, and picture and sound stay together.
 */
export class MediaClock {
  private origin: number | null = null;
  private offset: number | null = null;
  private lastContextTime = -1;
  private behind = 0;

  /** Seconds of wall time in which the context did not run. */
  gap = 0;

  constructor(private readonly contextTime: () => number) {}

  /** Called with the context time of the first recorded sample. */
  begin(contextSeconds: number): void {
    this.origin ??= contextSeconds;
  }

  get begun(): boolean {
    return this.origin !== null;
  }

  /** Media time of a moment on the context's own time line. */
  at(contextSeconds: number): number {
    return contextSeconds - (this.origin ?? contextSeconds) + this.gap;
  }

  /** Media time now. `pageSeconds` is `performance.now() / 1000`. */
  now(pageSeconds: number): number {
    const context = this.contextTime();
    if (context !== this.lastContextTime) {
      this.lastContextTime = context;
      this.follow(this.at(context) - pageSeconds);
    }
    return Math.max(0, pageSeconds + (this.offset ?? 0));
  }

  private follow(measured: number): void {
    this.offset ??= measured;
    const lag = this.offset - measured;
    if (Math.abs(lag) < stallSeconds) {
      this.behind = 0;
      this.offset -= lag * smoothing;
      return;
    }
    // A busy page reads a stale time once or twice; a context that stood still stays behind.
    if (++this.behind < stallTicks) {
      return;
    }
    this.behind = 0;
    if (lag > 0) {
      this.gap += lag;
    } else {
      this.offset = measured;
    }
  }
}
