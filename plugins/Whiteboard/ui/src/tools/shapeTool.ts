import { constrain } from "../geometry/handles";
import type { Workspace } from "../workspace";
import type { Tool, Touch } from "./tool";

const LEAST_PX = 4;

/** Rectangle, ellipse, line, arrow: dragged from corner to corner, or from end to end. */
export class ShapeTool implements Tool {
  readonly cursor = "crosshair";
  #start: Touch | null = null;
  #id: string | null = null;

  constructor(private readonly work: Workspace) {}

  down(at: Touch): void {
    this.work.board.step();
    this.#start = at;
  }

  move(path: readonly Touch[]): void {
    const at = path.at(-1);
    if (!this.#start || !at) return;
    const [dx, dy] = [at.x - this.#start.x, at.y - this.#start.y];
    if (this.#id === null && Math.hypot(dx, dy) * this.work.view.zoom < LEAST_PX) return;
    const isLine = this.work.tool.value === "line" || this.work.tool.value === "arrow";
    const size = at.shift ? constrain(isLine ? "line" : "box", dx, dy) : { x: dx, y: dy };
    const from = at.alt && !isLine ? { x: this.#start.x - size.x, y: this.#start.y - size.y } : this.#start;
    const geometry = [from.x, from.y, from === this.#start ? size.x : 2 * size.x, from === this.#start ? size.y : 2 * size.y] as const;
    if (this.#id === null) this.#id = this.work.board.add(this.work.newShape(geometry));
    else this.work.board.place(new Map([[this.#id, geometry]]));
  }

  up(): void {
    const id = this.#id;
    this.#start = this.#id = null;
    if (id === null) return;
    this.work.take("select");
    this.work.selected.value = new Set([id]);
  }

  cancel(): void {
    if (this.#id !== null) this.work.board.abandonStep();
    this.#start = this.#id = null;
  }
}
