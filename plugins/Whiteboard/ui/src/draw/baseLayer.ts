import type { Shape } from "../document/shape";
import type { Scene } from "../document/scene";
import { intersects, union, type Box } from "../geometry/box";
import type { View } from "../geometry/view";
import { inkBox } from "./bounds";
import { paint } from "./painter";
import type { Theme } from "./palette";
import type { Measure } from "./textLayout";

interface Drawn {
  readonly zoom: number;
  readonly left: number;
  readonly top: number;
}

/** A full redraw slower than this is not repeated for every frame of a zoom; the old picture is scaled until it rests. */
const SLOW_MS = 8;
const REST_MS = 120;
const MANY_BOXES = 24;

/**
 * The finished shapes, kept as pixels. A change redraws the rectangle it touches, a pan moves the pixels and draws the strips that
 * come into sight, and only a zoom draws everything that is visible.
 */
export class BaseLayer {
  readonly #context: CanvasRenderingContext2D;
  #drawn: Drawn | null = null;
  #dirty: Box[] = [];
  #everything = true;
  #lastFullMs = 0;
  #restTimer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    readonly canvas: HTMLCanvasElement,
    private readonly scene: Scene,
    private readonly measure: Measure,
    private readonly isApart: (id: string) => boolean,
    private readonly askFrame: () => void,
  ) {
    this.#context = canvas.getContext("2d")!;
  }

  invalidate(box: Box): void {
    if (this.#dirty.length < MANY_BOXES) this.#dirty.push(box);
    else this.#dirty[0] = union(this.#dirty[0]!, box);
  }

  invalidateAll(): void {
    this.#everything = true;
  }

  frame(view: View, scale: number, theme: Theme): void {
    const next: Drawn = { zoom: view.zoom * scale, left: Math.round(view.x * view.zoom * scale), top: Math.round(view.y * view.zoom * scale) };
    if (this.#everything || !this.#drawn) this.#full(next, theme);
    else if (next.zoom !== this.#drawn.zoom) this.#zoom(this.#drawn, next, theme);
    else this.#patch(this.#drawn, next, theme);
  }

  #full(next: Drawn, theme: Theme): void {
    const started = performance.now();
    this.#everything = false;
    this.#dirty = [];
    this.#drawn = next;
    this.#draw(this.#visible(), theme);
    this.#lastFullMs = performance.now() - started;
  }

  #zoom(from: Drawn, next: Drawn, theme: Theme): void {
    if (this.#lastFullMs < SLOW_MS) {
      this.#full(next, theme);
      return;
    }
    const ratio = next.zoom / from.zoom;
    this.#shift(from.left * ratio - next.left, from.top * ratio - next.top, ratio);
    this.#drawn = next;
    if (this.#restTimer !== null) clearTimeout(this.#restTimer);
    this.#restTimer = setTimeout(() => this.#sharpen(), REST_MS);
  }

  #sharpen(): void {
    this.#restTimer = null;
    this.invalidateAll();
    this.askFrame();
  }

  #patch(from: Drawn, next: Drawn, theme: Theme): void {
    const [dx, dy] = [from.left - next.left, from.top - next.top];
    this.#drawn = next;
    if (dx !== 0 || dy !== 0) {
      this.#shift(dx, dy, 1);
      this.#uncovered(dx, dy).forEach((box) => this.#dirty.push(box));
    }
    const visible = this.#visible();
    const dirty = this.#dirty.filter((box) => intersects(box, visible));
    this.#dirty = [];
    for (const box of merged(dirty)) this.#draw(box, theme);
  }

  #shift(dx: number, dy: number, ratio: number): void {
    const { width, height } = this.canvas;
    this.#context.save();
    this.#context.setTransform(1, 0, 0, 1, 0, 0);
    this.#context.globalCompositeOperation = "copy";
    this.#context.drawImage(this.canvas, dx, dy, width * ratio, height * ratio);
    this.#context.restore();
  }

  #uncovered(dx: number, dy: number): Box[] {
    const { w, h, x, y } = this.#visible();
    const [bx, by] = [dx / this.#drawn!.zoom, dy / this.#drawn!.zoom];
    const strips: Box[] = [];
    if (dx !== 0) strips.push(dx > 0 ? { x, y, w: bx, h } : { x: x + w + bx, y, w: -bx, h });
    if (dy !== 0) strips.push(dy > 0 ? { x, y, w, h: by } : { x, y: y + h + by, w, h: -by });
    return strips;
  }

  #visible(): Box {
    const { zoom, left, top } = this.#drawn!;
    return { x: left / zoom, y: top / zoom, w: this.canvas.width / zoom, h: this.canvas.height / zoom };
  }

  /** Whole pixels, or the edge of the rectangle would be drawn over twice. */
  #draw(box: Box, theme: Theme): void {
    const { zoom, left, top } = this.#drawn!;
    const [l, t] = [Math.floor(box.x * zoom - left) - 1, Math.floor(box.y * zoom - top) - 1];
    const [w, h] = [Math.ceil((box.x + box.w) * zoom - left) + 1 - l, Math.ceil((box.y + box.h) * zoom - top) + 1 - t];
    const context = this.#context;
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.beginPath();
    context.rect(l, t, w, h);
    context.clip();
    context.clearRect(l, t, w, h);
    context.setTransform(zoom, 0, 0, zoom, -left, -top);
    const drawn: Box = { x: (l + left) / zoom, y: (t + top) / zoom, w: w / zoom, h: h / zoom };
    for (const shape of this.#shapesIn(drawn)) paint(context, shape, theme, this.measure);
    context.restore();
  }

  #shapesIn(box: Box): Shape[] {
    return this.scene.ordered().filter((shape) => !this.isApart(shape.id) && intersects(inkBox(shape, this.measure), box));
  }
}

/** Boxes that mostly overlap become one; a wide and a high strip that only cross would become the whole screen. */
function merged(boxes: readonly Box[]): Box[] {
  const result: Box[] = [];
  for (let box of boxes) {
    for (let i = result.findIndex((other) => worthOne(other, box)); i >= 0; i = result.findIndex((other) => worthOne(other, box))) {
      box = union(box, result.splice(i, 1)[0]!);
    }
    result.push(box);
  }
  return result;
}

function worthOne(a: Box, b: Box): boolean {
  const both = union(a, b);
  return both.w * both.h <= 1.2 * (a.w * a.h + b.w * b.h);
}
