import type { Box, Point } from "../geometry/box";
import { inflate } from "../geometry/box";
import type { Handle } from "../geometry/handles";
import type { View } from "../geometry/view";

const TAU = Math.PI * 2;

/** The selection's box and the things to take hold of, in screen coordinates. */
export function paintSelection(context: CanvasRenderingContext2D, view: View, box: Box, handles: ReadonlyMap<Handle, Point>, accent: string, paper: string): void {
  const isLine = handles.has("start");
  context.save();
  context.strokeStyle = accent;
  context.lineWidth = 1.5;
  if (!isLine) outline(context, view, inflate(box, 4 / view.zoom));
  context.fillStyle = paper;
  for (const [handle, at] of handles) knob(context, offset(view.toScreen(at), handle), handle.length === 1 ? 3.5 : 5);
  context.restore();
}

/** Thin boxes around the members of a larger selection. */
export function paintMembers(context: CanvasRenderingContext2D, view: View, boxes: readonly Box[], accent: string): void {
  context.save();
  context.strokeStyle = accent;
  context.globalAlpha = 0.45;
  context.lineWidth = 1;
  for (const box of boxes) outline(context, view, inflate(box, 2 / view.zoom));
  context.restore();
}

export function paintMarquee(context: CanvasRenderingContext2D, view: View, box: Box, accent: string): void {
  context.save();
  context.strokeStyle = context.fillStyle = accent;
  context.lineWidth = 1;
  outline(context, view, box);
  context.globalAlpha = 0.08;
  const corner = view.toScreen(box);
  context.fillRect(corner.x, corner.y, box.w * view.zoom, box.h * view.zoom);
  context.restore();
}

/** Handles sit a little outside of the shape, as the box does. */
export function offset(at: Point, handle: Handle): Point {
  if (handle === "start" || handle === "end") return at;
  return {
    x: at.x + (handle.includes("w") ? -4 : handle.includes("e") ? 4 : 0),
    y: at.y + (handle.includes("n") ? -4 : handle.includes("s") ? 4 : 0),
  };
}

function outline(context: CanvasRenderingContext2D, view: View, box: Box): void {
  const corner = view.toScreen(box);
  context.beginPath();
  context.roundRect(corner.x, corner.y, box.w * view.zoom, box.h * view.zoom, 3);
  context.stroke();
}

function knob(context: CanvasRenderingContext2D, at: Point, radius: number): void {
  context.beginPath();
  context.arc(at.x, at.y, radius, 0, TAU);
  context.fill();
  context.stroke();
}
