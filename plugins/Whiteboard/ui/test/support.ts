import { Board, type NewShape } from "../src/document/board";
import type { Measure } from "../src/draw/textLayout";

/** Each letter half as wide as it is high. */
export const measure: Measure = (text, letterSize) => (text.length * letterSize) / 2;

export function box(kind: NewShape["kind"], x: number, y: number, w: number, h: number, more: Partial<NewShape> = {}): NewShape {
  return { kind, geometry: [x, y, w, h], color: "ink", size: 4, ...more };
}

/** What everybody should agree on. */
export function picture(board: Board): unknown {
  return board.scene.ordered().map((shape) => ({ ...shape }));
}

/** The same arbitrary numbers in every run (mulberry32). */
export function random(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Lets timers run until something holds, with a deadline. */
export async function until(holds: () => boolean, what: string): Promise<void> {
  for (const end = performance.now() + 20_000; !holds(); await new Promise((resume) => setTimeout(resume, 5))) {
    if (performance.now() > end) throw new Error(`It never came about: ${what}`);
  }
}
