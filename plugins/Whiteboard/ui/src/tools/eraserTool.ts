import type { Point } from "../geometry/box";
import type { Workspace } from "../workspace";
import type { Tool, Touch } from "./tool";

const STEP_PX = 3;

/** Takes away whatever it touches; one gesture is one step to undo. */
export class EraserTool implements Tool {
  readonly cursor = "eraser";
  #last: Touch | null = null;
  #erased = false;

  constructor(private readonly work: Workspace) {}

  down(at: Touch): void {
    this.work.board.step();
    this.#erased = false;
    this.#last = at;
    this.#erase([at], at.reach);
  }

  move(path: readonly Touch[]): void {
    for (const at of path) {
      this.#erase(this.#between(this.#last ?? at, at), at.reach);
      this.#last = at;
    }
  }

  up(): void {
    this.#last = null;
  }

  cancel(): void {
    if (this.#erased) this.work.board.abandonStep();
    this.#last = null;
  }

  /** A fast hand leaves gaps between its samples; lines in a gap are erased too. */
  #between(from: Touch, to: Touch): Point[] {
    const steps = Math.max(1, Math.ceil((Math.hypot(to.x - from.x, to.y - from.y) * this.work.view.zoom) / STEP_PX));
    return Array.from({ length: steps }, (_, i) => ({ x: from.x + ((to.x - from.x) * (i + 1)) / steps, y: from.y + ((to.y - from.y) * (i + 1)) / steps }));
  }

  #erase(points: readonly Point[], reach: number): void {
    const touched = new Set<string>();
    for (const p of points) {
      const shape = this.work.shapeAt(p, reach);
      if (shape) touched.add(shape.id);
    }
    if (touched.size === 0) return;
    this.#erased = true;
    this.work.board.remove(touched);
  }
}
