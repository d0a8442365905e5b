import type { Point } from "../geometry/box";
import type { View } from "../geometry/view";

/** Two fingers: what was between them stays between them. */
export class Pinch {
  #middle: Point;
  #apart: number;

  constructor(
    private readonly view: View,
    fingers: readonly Point[],
  ) {
    [this.#middle, this.#apart] = measure(fingers);
  }

  move(fingers: readonly Point[]): void {
    const [middle, apart] = measure(fingers);
    this.view.pan(middle.x - this.#middle.x, middle.y - this.#middle.y);
    this.view.zoomAt(middle, (this.view.zoom * apart) / this.#apart);
    [this.#middle, this.#apart] = [middle, apart];
  }
}

function measure(fingers: readonly Point[]): [Point, number] {
  const [a, b] = [fingers[0]!, fingers[1]!];
  return [{ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, Math.max(10, Math.hypot(a.x - b.x, a.y - b.y))];
}
