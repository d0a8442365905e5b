import type { Geometry, Shape } from "../document/shape";
import { ACCENT } from "../draw/palette";
import { offset, paintMarquee } from "../draw/chrome";
import { inkBox } from "../draw/bounds";
import { boxOf, contains, holds, inflate, type Box, type Point } from "../geometry/box";
import { carry, constrain, dragBox, handlesOf, type Handle } from "../geometry/handles";
import type { Workspace } from "../workspace";
import { Carrier } from "./carrier";
import { hasLetters } from "./style";
import type { Tool, Touch } from "./tool";

type Gesture =
  | { readonly type: "marquee"; readonly keep: ReadonlySet<string> }
  | { readonly type: "move"; readonly carrier: Carrier; readonly tapped: string | null }
  | { readonly type: "resize"; readonly carrier: Carrier; readonly handle: Handle; readonly box: Box };

const MOVES_AFTER_PX = 4;
const CURSORS: Readonly<Record<Handle, string>> = {
  nw: "nwse-resize", se: "nwse-resize", ne: "nesw-resize", sw: "nesw-resize", n: "ns-resize", s: "ns-resize", e: "ew-resize", w: "ew-resize", start: "move", end: "move",
};

/** Selects by tap and by marquee, moves, resizes. */
export class SelectTool implements Tool {
  readonly cursor = "default";
  #gesture: Gesture | null = null;
  #start: Touch | null = null;
  #now: Touch | null = null;
  #moving = false;

  constructor(private readonly work: Workspace) {}

  down(at: Touch): void {
    this.work.editing.value = null;
    this.work.board.step();
    this.#start = this.#now = at;
    this.#moving = false;
    this.#gesture = this.#begin(at);
  }

  move(path: readonly Touch[]): void {
    const at = path.at(-1);
    if (!at || !this.#gesture || !this.#start) return;
    this.#now = at;
    const by = { x: at.x - this.#start.x, y: at.y - this.#start.y };
    if (!this.#moving && Math.hypot(by.x, by.y) * this.work.view.zoom < MOVES_AFTER_PX) return;
    this.#moving = true;
    if (this.#gesture.type === "marquee") this.#catch(this.#gesture.keep, at);
    else if (this.#gesture.type === "move") this.#gesture.carrier.move(at.shift ? straight(by) : by);
    else this.#resize(this.#gesture, by, at.shift);
  }

  up(): void {
    if (this.#gesture && this.#gesture.type !== "marquee") this.#gesture.carrier.finish();
    if (this.#gesture?.type === "move" && !this.#moving && this.#gesture.tapped) this.#narrow(this.#gesture.tapped);
    this.#end();
  }

  cancel(): void {
    if (this.#gesture && this.#gesture.type !== "marquee") this.#gesture.carrier.putBack();
    this.#end();
  }

  hover(at: Touch): string {
    const handle = this.#handleAt(at);
    if (handle) return CURSORS[handle];
    return this.work.shapeAt(at, at.reach) || this.#insideSelection(at) ? "move" : "default";
  }

  twice(at: Touch): void {
    const shape = this.work.shapeAt(at, at.reach);
    if (shape && hasLetters(shape.kind)) {
      this.work.selected.value = new Set([shape.id]);
      this.work.editing.value = shape.id;
    } else if (!shape && this.work.canDraw) {
      this.work.take("text");
    }
  }

  paint(context: CanvasRenderingContext2D): void {
    if (this.#gesture?.type !== "marquee" || !this.#start || !this.#now || !this.#moving) return;
    paintMarquee(context, this.work.view, boxOf(this.#start, this.#now), ACCENT[this.work.surface.theme]);
  }

  #begin(at: Touch): Gesture {
    const handle = this.#handleAt(at);
    const box = this.work.selectionBox;
    if (handle && box) return { type: "resize", carrier: this.#carry(), handle, box };
    const shape = this.work.shapeAt(at, at.reach);
    if (!shape && !this.#insideSelection(at)) return this.#beginMarquee(at);
    const wasSelected = shape === null || this.work.selected.value.has(shape.id);
    if (shape && at.shift) this.#toggle(shape.id);
    else if (shape && !wasSelected) this.work.selected.value = new Set([shape.id]);
    if (at.alt) this.work.duplicate();
    return { type: "move", carrier: this.#carry(), tapped: wasSelected && !at.shift ? (shape?.id ?? null) : null };
  }

  #beginMarquee(at: Touch): Gesture {
    const keep = at.shift ? this.work.selected.value : new Set<string>();
    this.work.selected.value = keep;
    return { type: "marquee", keep };
  }

  #carry(): Carrier {
    return new Carrier(this.work, this.work.selectedShapes);
  }

  #catch(keep: ReadonlySet<string>, at: Touch): void {
    const box = boxOf(this.#start!, at);
    const caught = this.work.board.scene.ordered().filter((shape) => contains(box, this.work.frameOf(shape)));
    this.work.selected.value = new Set([...keep, ...caught.map((shape) => shape.id)]);
    this.work.surface.askFrame();
  }

  #resize(gesture: Gesture & { type: "resize" }, by: Point, shift: boolean): void {
    const only = gesture.carrier.shapes.length === 1 ? gesture.carrier.shapes[0]! : null;
    if (gesture.handle === "start" || gesture.handle === "end") {
      if (only) gesture.carrier.show(new Map([[only.id, { geometry: dragEnd(only, gesture.handle, by, shift) }]]));
      return;
    }
    const keepRatio = shift !== gesture.carrier.shapes.some((shape) => shape.points.length > 0 || shape.kind === "text" || gesture.carrier.shapes.length > 1);
    const box = dragBox(gesture.box, gesture.handle, by, keepRatio);
    const scale = gesture.box.h > 0 ? box.h / gesture.box.h : 1;
    gesture.carrier.show(new Map(gesture.carrier.shapes.map((shape) => [shape.id, { geometry: carry(shape, gesture.box, box), ...(shape.kind === "text" ? { size: clampLetter(shape.size * scale) } : {}) }])));
  }

  /** A tap on one of several selected shapes selects that one. */
  #narrow(id: string): void {
    this.work.selected.value = new Set([id]);
  }

  #toggle(id: string): void {
    const next = new Set(this.work.selected.value);
    if (!next.delete(id)) next.add(id);
    this.work.selected.value = next;
  }

  #handleAt(at: Touch): Handle | null {
    const box = this.work.selectionBox;
    if (!box) return null;
    const shapes = this.work.selectedShapes;
    const here = this.work.view.toScreen(at);
    const reach = at.reach + 5;
    for (const [handle, point] of handlesOf(box, shapes.length === 1 ? shapes[0]! : null)) {
      const knob = offset(this.work.view.toScreen(point), handle);
      if (Math.hypot(knob.x - here.x, knob.y - here.y) <= reach) return handle;
    }
    return null;
  }

  #insideSelection(at: Touch): boolean {
    const shapes = this.work.selectedShapes;
    const box = this.work.selectionBox;
    if (!box || (shapes.length === 1 && (shapes[0]!.kind === "line" || shapes[0]!.kind === "arrow"))) return false;
    return holds(inflate(box, 4 / this.work.view.zoom), at) || (shapes.length === 1 && holds(inkBox(shapes[0]!, this.work.surface.measure), at));
  }

  #end(): void {
    this.#gesture = this.#start = this.#now = null;
    this.work.surface.askFrame();
  }
}

/** Shift while moving: along one axis. */
function straight(by: Point): Point {
  return Math.abs(by.x) > Math.abs(by.y) ? { x: by.x, y: 0 } : { x: 0, y: by.y };
}

function dragEnd(shape: Shape, end: "start" | "end", by: Point, shift: boolean): Geometry {
  const sign = end === "end" ? 1 : -1;
  let [w, h] = [shape.w + sign * by.x, shape.h + sign * by.y];
  if (shift) ({ x: w, y: h } = constrain("line", w, h));
  return end === "end" ? [shape.x, shape.y, w, h] : [shape.x + shape.w - w, shape.y + shape.h - h, w, h];
}

function clampLetter(size: number): number {
  return Math.max(6, Math.min(300, size));
}
