import type { View } from "../geometry/view";
import type { Tool, Touch } from "./tool";

/** Moves the view; the point that was taken hold of stays under the pointer. */
export class HandTool implements Tool {
  readonly cursor = "grab";
  #held: Touch | null = null;

  constructor(private readonly view: View) {}

  down(at: Touch): void {
    this.#held = at;
  }

  move(path: readonly Touch[]): void {
    const at = path.at(-1);
    if (this.#held && at) this.view.pan((at.x - this.#held.x) * this.view.zoom, (at.y - this.#held.y) * this.view.zoom);
  }

  up(): void {
    this.#held = null;
  }

  cancel(): void {
    this.#held = null;
  }
}
