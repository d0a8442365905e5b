import type { Geometry, Shape } from "../document/shape";
import { type Box, type Point } from "./box";

export type Handle = "nw" | "n" | "ne" | "e" | "se" | "s" | "sw" | "w" | "start" | "end";

const SMALLEST = 6;

/** Where a selection can be taken hold of: a single line by its ends, all else by its corners and sides. */
export function handlesOf(box: Box, only: Shape | null): ReadonlyMap<Handle, Point> {
  if (only && isLine(only)) {
    return new Map<Handle, Point>([
      ["start", { x: only.x, y: only.y }],
      ["end", { x: only.x + only.w, y: only.y + only.h }],
    ]);
  }
  const [l, t, r, b, mx, my] = [box.x, box.y, box.x + box.w, box.y + box.h, box.x + box.w / 2, box.y + box.h / 2];
  const corners: [Handle, Point][] = [["nw", { x: l, y: t }], ["ne", { x: r, y: t }], ["se", { x: r, y: b }], ["sw", { x: l, y: b }]];
  if (only?.kind === "text") return new Map(corners);
  return new Map<Handle, Point>([...corners, ["n", { x: mx, y: t }], ["e", { x: r, y: my }], ["s", { x: mx, y: b }], ["w", { x: l, y: my }]]);
}

export function isLine(shape: Shape): boolean {
  return shape.kind === "line" || shape.kind === "arrow";
}

/** The selection's box after `handle` was dragged by `by`. */
export function dragBox(box: Box, handle: Handle, by: Point, keepRatio: boolean): Box {
  let [l, t, r, b] = [box.x, box.y, box.x + box.w, box.y + box.h];
  if (handle.includes("w")) l = Math.min(l + by.x, r - SMALLEST);
  if (handle.includes("e")) r = Math.max(r + by.x, l + SMALLEST);
  if (handle.includes("n")) t = Math.min(t + by.y, b - SMALLEST);
  if (handle.includes("s")) b = Math.max(b + by.y, t + SMALLEST);
  if (keepRatio && handle.length === 2 && box.w > 0 && box.h > 0) {
    const scale = Math.max((r - l) / box.w, (b - t) / box.h);
    if (handle.includes("w")) l = r - box.w * scale;
    else r = l + box.w * scale;
    if (handle.includes("n")) t = b - box.h * scale;
    else b = t + box.h * scale;
  }
  return { x: l, y: t, w: r - l, h: b - t };
}

/** A shape's geometry when the box around the whole selection changes from `from` to `to`. */
export function carry(shape: Shape, from: Box, to: Box): Geometry {
  const sx = from.w > 0 ? to.w / from.w : 1;
  const sy = from.h > 0 ? to.h / from.h : 1;
  const x = to.x + (shape.x - from.x) * sx;
  const y = to.y + (shape.y - from.y) * sy;
  return shape.kind === "text" ? [x, y, shape.w, shape.h] : [x, y, shape.w * sx, shape.h * sy];
}

/** Shift: squares and circles, and lines in steps of 15 degrees. */
export function constrain(kind: "box" | "line", dx: number, dy: number): Point {
  if (kind === "box") {
    const side = Math.max(Math.abs(dx), Math.abs(dy));
    return { x: dx < 0 ? -side : side, y: dy < 0 ? -side : side };
  }
  const step = Math.PI / 12;
  const angle = Math.round(Math.atan2(dy, dx) / step) * step;
  const length = Math.hypot(dx, dy);
  return { x: Math.cos(angle) * length, y: Math.sin(angle) * length };
}
