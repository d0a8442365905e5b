import { Board, type NewShape } from "./document/board";
import type { Shape } from "./document/shape";
import { frameBox, hits, inkBox } from "./draw/bounds";
import { Surface } from "./draw/surface";
import { unionAll, type Box, type Point } from "./geometry/box";
import { View } from "./geometry/view";
import { Observable } from "./observable";
import { canFill, firstStyle, kindOf, sizeOf, TOOLS, type DrawStyle, type ToolName } from "./tools/style";

const COPY_OFFSET = 16;
const NONE: ReadonlySet<string> = new Set();

/** What this person has in hand: the board, where they look, the tool, the selection. */
export class Workspace {
  readonly board = new Board();
  readonly view = new View();
  readonly surface = new Surface(this.board, this.view);
  readonly tool = new Observable<ToolName>("pen");
  readonly selected = new Observable<ReadonlySet<string>>(NONE);
  readonly editing = new Observable<string | null>(null);
  /** Whether this person may change the board. */
  readonly editable = new Observable(false);
  /** Whether there is room for more. */
  readonly full = new Observable(false);
  readonly #styles = new Map<ToolName, DrawStyle>(TOOLS.map((tool) => [tool, firstStyle(tool)]));
  #copied: NewShape[] = [];

  constructor() {
    this.board.scene.onChange((changes) => changes.some((change) => !change.after) && this.#dropVanished());
    this.editable.watch((editable) => {
      if (!editable) this.rest();
    });
  }

  /** The style that the tool in hand draws with. */
  get style(): DrawStyle {
    return this.#styles.get(this.tool.value)!;
  }

  set style(style: DrawStyle) {
    this.#styles.set(this.tool.value, style);
  }

  get canDraw(): boolean {
    return this.editable.value && !this.full.value;
  }

  take(tool: ToolName): void {
    this.editing.value = null;
    this.tool.value = tool;
    if (tool !== "select") this.rest();
  }

  rest(): void {
    this.selected.value = NONE;
    this.editing.value = null;
  }

  /** As drawn now: a shape that is being dragged is where the hand is. */
  shape(id: string): Shape | undefined {
    return this.surface.preview.get(id) ?? this.board.scene.get(id);
  }

  get selectedShapes(): Shape[] {
    return [...this.selected.value].map((id) => this.shape(id)).filter((shape) => shape !== undefined);
  }

  frameOf(shape: Shape): Box {
    return frameBox(shape, this.surface.measure);
  }

  get selectionBox(): Box | null {
    return unionAll(this.selectedShapes.map((shape) => this.frameOf(shape)));
  }

  /** The topmost shape under a point; fingers get more room than a mouse. */
  shapeAt(p: Point, reach: number): Shape | null {
    return this.board.scene.ordered().findLast((shape) => hits(shape, p, reach / this.view.zoom, this.surface.measure)) ?? null;
  }

  newShape(geometry: NewShape["geometry"], more: Partial<NewShape> = {}): NewShape {
    const kind = more.kind ?? kindOf(this.tool.value) ?? "pen";
    const { color, level, filled } = this.style;
    return { kind, geometry, color, size: sizeOf(kind, level), filled: filled && canFill(kind), ...more };
  }

  remove(): void {
    this.board.step();
    this.board.remove(this.selected.value);
  }

  duplicate(): void {
    this.copy();
    this.paste();
  }

  copy(): void {
    const offset = COPY_OFFSET / this.view.zoom;
    this.#copied = [...this.selectedShapes].sort((a, b) => a.z - b.z).map((shape) => this.board.copyOf(shape, offset, offset));
  }

  paste(): void {
    if (!this.canDraw || this.#copied.length === 0) return;
    this.board.step();
    this.selected.value = new Set(this.board.addAll(this.#copied));
    this.tool.value = "select";
    this.copy();
  }

  selectAll(): void {
    this.take("select");
    this.selected.value = new Set(this.board.scene.ordered().map((shape) => shape.id));
  }

  nudge(dx: number, dy: number): void {
    this.board.place(new Map(this.selectedShapes.map((shape) => [shape.id, [shape.x + dx, shape.y + dy, shape.w, shape.h]])));
  }

  get contentBox(): Box | null {
    return unionAll(this.board.scene.ordered().map((shape) => inkBox(shape, this.surface.measure)));
  }

  #dropVanished(): void {
    const left = [...this.selected.value].filter((id) => this.board.scene.get(id));
    if (left.length < this.selected.value.size) this.selected.value = new Set(left);
    if (this.editing.value !== null && !this.board.scene.get(this.editing.value)) this.editing.value = null;
  }
}
