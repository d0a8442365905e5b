import type { Point } from "../geometry/box";

/**
 * A stroke's samples as one integer each, so that Yjs merges what is appended into one run: 10 bits dx, 10 bits dy (both zigzag,
 * in units of 1/q of a board unit, from the sample before) and 6 bits pressure, 0 meaning that the device reports none. A jump
 * that does not fit 10 bits becomes several samples on the same straight line.
 */
const SPAN = 511;
export const MAX_PACKED = 2 ** 26 - 1;
export const MAX_POINTS = 20_000;
const FINEST = 64;

export interface Sample extends Point {
  /** 0 (the device reports none) or up to 1. */
  readonly pressure: number;
}

/** Units per board unit, so that a stroke drawn while zoomed in keeps its detail: a power of two. */
export function unitsFor(zoom: number): number {
  return Math.min(FINEST, Math.max(0.25, 2 ** Math.ceil(Math.log2(zoom * 4))));
}

export class StrokePacker {
  #x = 0;
  #y = 0;

  constructor(
    private readonly origin: Point,
    private readonly q: number,
  ) {}

  pack(sample: Sample): number[] {
    const dx = Math.round((sample.x - this.origin.x) * this.q) - this.#x;
    const dy = Math.round((sample.y - this.origin.y) * this.q) - this.#y;
    const pressure = sample.pressure <= 0 ? 0 : Math.max(1, Math.min(63, Math.round(sample.pressure * 63)));
    const steps = Math.max(1, Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) / SPAN));
    const packed: number[] = [];
    for (let step = 1, doneX = 0, doneY = 0; step <= steps; step++) {
      const toX = Math.round((dx * step) / steps);
      const toY = Math.round((dy * step) / steps);
      packed.push(zigzag(toX - doneX) * 65536 + zigzag(toY - doneY) * 64 + pressure);
      [doneX, doneY] = [toX, toY];
    }
    this.#x += dx;
    this.#y += dy;
    return packed;
  }
}

/** Samples as x, y, pressure, x, y, pressure... from the stroke's origin. What is no packed sample is left out. */
export function unpack(packed: readonly unknown[], q: number): number[] {
  const flat: number[] = [];
  let x = 0;
  let y = 0;
  for (const value of packed) {
    if (flat.length >= 3 * MAX_POINTS) break;
    if (typeof value !== "number" || !Number.isInteger(value) || value < 0 || value > MAX_PACKED) continue;
    x += unzigzag(Math.floor(value / 65536));
    y += unzigzag(Math.floor(value / 64) % 1024);
    flat.push(x / q, y / q, (value % 64) / 63);
  }
  return flat;
}

function zigzag(n: number): number {
  return n >= 0 ? n * 2 : -n * 2 - 1;
}

function unzigzag(n: number): number {
  return n % 2 === 0 ? n / 2 : -(n + 1) / 2;
}
