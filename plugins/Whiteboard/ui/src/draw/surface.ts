import type { Board } from "../document/board";
import type { SceneChange } from "../document/scene";
import type { Shape } from "../document/shape";
import { intersects, type Point } from "../geometry/box";
import type { View } from "../geometry/view";
import { element } from "../ui/element";
import { BaseLayer } from "./baseLayer";
import { inkBox } from "./bounds";
import { paint } from "./painter";
import type { Theme } from "./palette";
import { FONT, type Measure } from "./textLayout";

interface Lifted {
  readonly shapes: readonly Shape[];
  readonly picture: HTMLCanvasElement;
  by: Point;
}

/** A line that somebody is drawing is no longer drawn on when its points have stopped coming for so long. */
const RESTS_AFTER_MS = 400;

/**
 * Two canvases: the finished shapes below, and above what changes with every frame - lines being drawn, shapes being dragged,
 * the selection. Each is drawn at most once per animation frame, and only if something in it changed.
 */
export class Surface {
  readonly element = element("div", { class: "surface" });
  readonly measure: Measure;
  /** Draws the selection and the like, in screen coordinates, on top. */
  paintOver: (context: CanvasRenderingContext2D) => void = () => undefined;
  readonly #base: BaseLayer;
  readonly #live = element("canvas", { class: "layer", "aria-hidden": "true" });
  readonly #liveContext: CanvasRenderingContext2D;
  readonly #drawing = new Map<string, number>();
  #preview: ReadonlyMap<string, Shape> = new Map();
  #lifted: Lifted | null = null;
  #theme: Theme = "light";
  #framePending = false;
  #scale = 1;

  constructor(
    private readonly board: Board,
    private readonly view: View,
  ) {
    const canvas = element("canvas", { class: "layer", "aria-hidden": "true" });
    this.element.append(canvas, this.#live);
    this.#liveContext = this.#live.getContext("2d")!;
    this.measure = measureWith(element("canvas", {}).getContext("2d")!);
    this.#base = new BaseLayer(canvas, board.scene, this.measure, (id) => this.#drawing.has(id) || this.#preview.has(id), () => this.askFrame());
    board.scene.onChange((changes) => this.#changed(changes));
    view.onChange(() => this.askFrame());
    new ResizeObserver(() => this.#resize()).observe(this.element);
  }

  get scale(): number {
    return this.#scale;
  }

  get theme(): Theme {
    return this.#theme;
  }

  set theme(theme: Theme) {
    this.#theme = theme;
    this.#base.invalidateAll();
    this.askFrame();
  }

  askFrame(): void {
    if (this.#framePending) return;
    this.#framePending = true;
    requestAnimationFrame(() => this.#frame());
  }

  /** The line is finished: it joins the other shapes. */
  settle(id: string): void {
    const shape = this.board.scene.get(id);
    if (this.#drawing.delete(id) && shape) this.#base.invalidate(inkBox(shape, this.measure));
    this.askFrame();
  }

  get preview(): ReadonlyMap<string, Shape> {
    return this.#preview;
  }

  /** Shapes that change with every frame: drawn as given, above the others. */
  setPreview(preview: ReadonlyMap<string, Shape>): void {
    const before = this.#preview;
    this.#preview = preview;
    for (const id of before.keys()) if (!preview.has(id)) this.#invalidate(this.board.scene.get(id));
    for (const id of preview.keys()) if (!before.has(id)) this.#invalidate(this.board.scene.get(id));
    this.askFrame();
  }

  /** Very many shapes that move by the same way: drawn once and moved as a picture. Null puts them down. */
  lift(shapes: readonly Shape[] | null, by: Point): void {
    if (!shapes) {
      this.#lifted = null;
      this.setPreview(new Map());
      return;
    }
    if (this.#lifted?.shapes !== shapes) {
      this.setPreview(new Map(shapes.map((shape) => [shape.id, shape])));
      this.#lifted = { shapes, picture: this.#pictureOf(shapes), by };
    }
    this.#lifted.by = by;
    this.askFrame();
  }

  get lifted(): Point | null {
    return this.#lifted?.by ?? null;
  }

  #pictureOf(shapes: readonly Shape[]): HTMLCanvasElement {
    const picture = element("canvas", { width: String(this.#live.width), height: String(this.#live.height) });
    const context = picture.getContext("2d")!;
    this.#toBoard(context);
    for (const shape of shapes) if (intersects(inkBox(shape, this.measure), this.view.box)) paint(context, shape, this.#theme, this.measure);
    return picture;
  }

  #toBoard(context: CanvasRenderingContext2D): void {
    const zoom = this.view.zoom * this.#scale;
    context.setTransform(zoom, 0, 0, zoom, -Math.round(this.view.x * zoom), -Math.round(this.view.y * zoom));
  }

  #changed(changes: readonly SceneChange[]): void {
    for (const { before, after } of changes) {
      if (after && this.#grows(before, after)) this.#drawing.set(after.id, performance.now());
      else this.#redraw(before, after);
    }
    this.askFrame();
  }

  #grows(before: Shape | undefined, after: Shape): boolean {
    if (after.points.length === 0) return false;
    return before ? after.points !== before.points && this.#drawing.has(after.id) : after.points.length <= 24;
  }

  #redraw(before: Shape | undefined, after: Shape | undefined): void {
    if (before && this.#drawing.delete(before.id) && after) this.#invalidate(after);
    if (this.#preview.has((before ?? after)!.id)) return;
    this.#invalidate(before);
    this.#invalidate(after);
  }

  #invalidate(shape: Shape | undefined): void {
    if (shape) this.#base.invalidate(inkBox(shape, this.measure));
  }

  #frame(): void {
    this.#framePending = false;
    this.#settleRested();
    this.#base.frame(this.view, this.#scale, this.#theme);
    this.#drawLive();
    if (this.#drawing.size > 0) this.askFrame();
  }

  #settleRested(): void {
    const now = performance.now();
    for (const [id, at] of this.#drawing) {
      if (now - at > RESTS_AFTER_MS) this.settle(id);
    }
  }

  #drawLive(): void {
    const context = this.#liveContext;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.#live.width, this.#live.height);
    if (this.#lifted) {
      const zoom = this.view.zoom * this.#scale;
      context.drawImage(this.#lifted.picture, Math.round(this.#lifted.by.x * zoom), Math.round(this.#lifted.by.y * zoom));
    }
    this.#toBoard(context);
    for (const shape of this.#liveShapes()) paint(context, shape, this.#theme, this.measure);
    context.setTransform(this.#scale, 0, 0, this.#scale, 0, 0);
    this.paintOver(context);
  }

  #liveShapes(): Shape[] {
    const growing = [...this.#drawing.keys()].filter((id) => !this.#preview.has(id)).map((id) => this.board.scene.get(id));
    const shapes = [...growing, ...(this.#lifted ? [] : this.#preview.values())].filter((shape) => shape !== undefined);
    return shapes.filter((shape) => intersects(inkBox(shape, this.measure), this.view.box)).sort((a, b) => a.z - b.z);
  }

  #resize(): void {
    const { clientWidth: width, clientHeight: height } = this.element;
    if (width === 0 || height === 0) return;
    this.#scale = Math.min(3, window.devicePixelRatio || 1);
    for (const canvas of [this.#base.canvas, this.#live]) {
      canvas.width = Math.round(width * this.#scale);
      canvas.height = Math.round(height * this.#scale);
    }
    this.#base.invalidateAll();
    this.view.resize(width, height);
    this.#frame();
  }
}

function measureWith(context: CanvasRenderingContext2D): Measure {
  // Measured large and scaled down: the same width at every zoom.
  context.font = `100px ${FONT}`;
  const widths = new Map<string, number>();
  return (text, letterSize) => {
    const width = widths.get(text) ?? context.measureText(text).width;
    if (widths.size > 4_000) widths.clear();
    widths.set(text, width);
    return (width * letterSize) / 100;
  };
}
