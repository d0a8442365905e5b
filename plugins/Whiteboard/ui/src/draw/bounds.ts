import type { Shape } from "../document/shape";
import { isLine } from "../geometry/handles";
import { boxOf, holds, inflate, toSegment, type Box, type Point } from "../geometry/box";
import { lineWidth, PEN_SCALE } from "./outline";
import { layoutText, type Measure } from "./textLayout";

const cache = new WeakMap<Shape, Box>();

/** Everything that a shape covers, the width of its line included. */
export function inkBox(shape: Shape, measure: Measure): Box {
  const known = cache.get(shape);
  if (known) return known;
  const box = inflate(frameBox(shape, measure), reach(shape));
  cache.set(shape, box);
  return box;
}

/** The box that handles sit on: the geometry itself. */
export function frameBox(shape: Shape, measure: Measure): Box {
  if (shape.kind === "pen" || shape.kind === "marker") return strokeBox(shape);
  if (shape.kind === "text") {
    const { w, h } = layoutText(shape, measure);
    return { x: shape.x, y: shape.y, w, h };
  }
  return boxOf(shape, { x: shape.x + shape.w, y: shape.y + shape.h });
}

/** Whether a tap at `p` means this shape. */
export function hits(shape: Shape, p: Point, tolerance: number, measure: Measure): boolean {
  if (!holds(inflate(inkBox(shape, measure), tolerance), p)) return false;
  const near = tolerance + lineWidth(shape) / 2;
  if (shape.kind === "pen" || shape.kind === "marker") return toStroke(shape, p) <= near;
  if (isLine(shape)) return toSegment(p, shape, { x: shape.x + shape.w, y: shape.y + shape.h }) <= near;
  if (shape.kind === "rectangle" && !shape.filled) return onRectangle(frameBox(shape, measure), p, near);
  if (shape.kind === "ellipse") return onEllipse(shape, p, near);
  return true;
}

function reach(shape: Shape): number {
  switch (shape.kind) {
    case "pen":
      return shape.size * PEN_SCALE;
    case "marker":
      return lineWidth(shape) / 2;
    case "arrow":
      return 10 + shape.size * 3;
    case "note":
      return 16;
    case "text":
      return shape.size * 0.3;
    default:
      return shape.size;
  }
}

function strokeBox(shape: Shape): Box {
  let [l, t, r, b] = [0, 0, 0, 0];
  for (let i = 0; i + 2 < shape.points.length; i += 3) {
    const [x, y] = [shape.points[i]! * shape.w, shape.points[i + 1]! * shape.h];
    [l, t, r, b] = [Math.min(l, x), Math.min(t, y), Math.max(r, x), Math.max(b, y)];
  }
  return { x: shape.x + l, y: shape.y + t, w: r - l, h: b - t };
}

function toStroke(shape: Shape, p: Point): number {
  const at = (i: number): Point => ({ x: shape.x + shape.points[i]! * shape.w, y: shape.y + shape.points[i + 1]! * shape.h });
  let least = Infinity;
  for (let i = 0; i + 2 < shape.points.length && least > 0; i += 3) least = Math.min(least, toSegment(p, at(Math.max(0, i - 3)), at(i)));
  return least;
}

function onRectangle(box: Box, p: Point, near: number): boolean {
  const inside = box.w > 2 * near && box.h > 2 * near && holds(inflate(box, -near), p);
  return !inside && holds(inflate(box, near), p);
}

function onEllipse(shape: Shape, p: Point, near: number): boolean {
  const [rx, ry] = [Math.abs(shape.w) / 2, Math.abs(shape.h) / 2];
  const far = (grow: number): number =>
    Math.hypot((p.x - shape.x - shape.w / 2) / Math.max(rx + grow, 0.1), (p.y - shape.y - shape.h / 2) / Math.max(ry + grow, 0.1));
  return far(near) <= 1 && (shape.filled || rx <= near || ry <= near || far(-near) >= 1);
}
