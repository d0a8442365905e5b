import { StrokePacker, unitsFor } from "../document/points";
import type { Workspace } from "../workspace";
import type { Tool, Touch } from "./tool";

/** A longer line goes on as a second one, or drawing it would become slower and slower. */
const LONGEST = 3_000;
const NEAREST_PX = 0.7;

/** Pen and highlighter: the line grows in the document while it is drawn, so everybody sees it grow. */
export class PenTool implements Tool {
  readonly cursor = "crosshair";
  #first: Touch | null = null;
  #last: Touch | null = null;
  #packer: StrokePacker | null = null;
  #id: string | null = null;
  #count = 0;

  constructor(private readonly work: Workspace) {}

  down(at: Touch): void {
    this.work.board.step();
    this.#first = this.#last = at;
  }

  move(path: readonly Touch[]): void {
    const near = NEAREST_PX / this.work.view.zoom;
    const fresh = path.filter((at) => {
      if (!this.#last || Math.hypot(at.x - this.#last.x, at.y - this.#last.y) < near) return false;
      this.#last = at;
      return true;
    });
    if (fresh.length === 0) return;
    if (this.#id === null) this.#begin();
    this.#append(fresh);
    if (this.#count > LONGEST) this.#continue();
  }

  up(): void {
    if (this.#first && this.#id === null) this.#begin();
    this.#end();
  }

  cancel(): void {
    if (this.#id !== null) this.work.board.abandonStep();
    this.#end();
  }

  #begin(): void {
    const first = this.#first!;
    const units = unitsFor(this.work.view.zoom);
    this.#packer = new StrokePacker(first, units);
    this.#count = 1;
    this.#id = this.work.board.add(this.work.newShape([first.x, first.y, 1, 1], { units, packed: this.#packer.pack(first) }));
  }

  #append(path: readonly Touch[]): void {
    const packed = path.flatMap((at) => this.#packer!.pack(at));
    this.#count += packed.length;
    this.work.board.append(this.#id!, packed);
  }

  #continue(): void {
    const last = this.#last;
    this.#end();
    this.#first = this.#last = last;
    this.#begin();
  }

  #end(): void {
    if (this.#id !== null) this.work.surface.settle(this.#id);
    this.#first = this.#last = this.#packer = this.#id = null;
  }
}
