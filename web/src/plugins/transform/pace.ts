/** A picture that takes longer is late, in milliseconds. */
export const late = 100;

/** For so long every picture may be late. */
export const patience = 2_000;

/** How long the first picture may take: scripts load what they need before. */
export const startPatience = 10_000;

// Browsers let the timers of a hidden page rest for a second; beyond that the page itself stood still.
const ownRest = 1_500;

export type PaceEnd = "silent" | "slow" | "hung";

/** Whether what changes the pictures keeps up. All times in milliseconds of one clock. */
export class Pace {
  #waitingSince: number | null;
  #lateSince: number | null = null;
  #hasAnswered = false;
  #lookedAt: number;

  /** Waits for the frame to open. */
  constructor(now: number) {
    this.#waitingSince = this.#lookedAt = now;
  }

  opened(): void {
    this.#waitingSince = null;
  }

  asked(now: number): void {
    this.#waitingSince = now;
  }

  answered(now: number): void {
    const since = this.#waitingSince ?? now;
    // The first one is still part of starting.
    if (!this.#hasAnswered || now - since <= late) this.#lateSince = null;
    else this.#lateSince ??= since;
    this.#hasAnswered = true;
    this.#waitingSince = null;
  }

  /** Call several times a second. */
  look(now: number): PaceEnd | null {
    this.#forgive(now - this.#lookedAt - ownRest);
    this.#lookedAt = now;
    const waiting = this.#waitingSince === null ? 0 : now - this.#waitingSince;
    if (!this.#hasAnswered) return waiting >= startPatience ? "silent" : null;
    if (waiting > late) this.#lateSince ??= this.#waitingSince;
    if (this.#lateSince === null || now - this.#lateSince < patience) return null;
    return waiting >= patience ? "hung" : "slow";
  }

  #forgive(stood: number) {
    if (stood <= 0) return;
    if (this.#waitingSince !== null) this.#waitingSince += stood;
    if (this.#lateSince !== null) this.#lateSince += stood;
  }
}
