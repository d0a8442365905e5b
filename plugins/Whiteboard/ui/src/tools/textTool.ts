import { LINE_HEIGHT } from "../draw/textLayout";
import type { Workspace } from "../workspace";
import { sizeOf } from "./style";
import type { Tool, Touch } from "./tool";

const NOTE_SIDE = 180;

/** Text and sticky notes: a tap places one and opens it for typing, or opens the one that is there. */
export class TextTool implements Tool {
  readonly cursor: string;
  #at: Touch | null = null;

  constructor(
    private readonly work: Workspace,
    private readonly kind: "text" | "note",
  ) {
    this.cursor = kind === "text" ? "text" : "copy";
  }

  down(at: Touch): void {
    this.#at = at;
  }

  move(): void {}

  up(): void {
    const at = this.#at;
    this.#at = null;
    if (!at) return;
    const there = this.work.shapeAt(at, at.reach);
    const opens = there !== null && (there.kind === "note" || (there.kind === "text" && this.kind === "text"));
    this.#open(opens ? there.id : this.#place(at));
  }

  cancel(): void {
    this.#at = null;
  }

  #place(at: Touch): string {
    this.work.board.step();
    const { level } = this.work.style;
    const letter = sizeOf(this.kind, level);
    const half = NOTE_SIDE / 2;
    const geometry = this.kind === "note" ? ([at.x - half, at.y - half, NOTE_SIDE, NOTE_SIDE] as const) : ([at.x, at.y - (letter * LINE_HEIGHT) / 2, 0, 0] as const);
    return this.work.board.add(this.work.newShape(geometry, { kind: this.kind, size: letter }));
  }

  #open(id: string): void {
    this.work.take("select");
    this.work.selected.value = new Set([id]);
    this.work.editing.value = id;
  }
}
