import { getStroke } from "perfect-freehand";
import type { Shape } from "../document/shape";

/** A shape's outline as SVG path data, from its own origin; canvas and SVG draw the same. */
export interface Outline {
  readonly path: string;
  /** Filled: the path is the ink itself. Otherwise it is drawn along with the shape's width. */
  readonly ink: boolean;
}

const CORNER = 10;
/** Highlighters are broad, pens get thinner and thicker around their size. */
export const MARKER_SCALE = 4;
export const PEN_SCALE = 1.5;

export function outlineOf(shape: Shape): Outline {
  switch (shape.kind) {
    case "pen":
      return { path: penPath(shape), ink: true };
    case "marker":
      return { path: smoothLine(scaled(shape)), ink: false };
    case "ellipse":
      return { path: ellipsePath(shape.w, shape.h), ink: false };
    case "line":
      return { path: `M0 0L${n(shape.w)} ${n(shape.h)}`, ink: false };
    case "arrow":
      return { path: arrowPath(shape), ink: false };
    default:
      return { path: rectanglePath(shape.w, shape.h, shape.kind === "note" ? 4 : CORNER), ink: false };
  }
}

export function lineWidth(shape: Shape): number {
  return shape.kind === "marker" ? shape.size * MARKER_SCALE : shape.size;
}

function scaled(shape: Shape): [number, number, number][] {
  const samples: [number, number, number][] = [];
  for (let i = 0; i + 2 < shape.points.length; i += 3) {
    samples.push([shape.points[i]! * shape.w, shape.points[i + 1]! * shape.h, shape.points[i + 2]!]);
  }
  return samples;
}

function penPath(shape: Shape): string {
  const samples = scaled(shape);
  if (samples.length === 1) return dotPath((shape.size * PEN_SCALE) / 2);
  const simulatePressure = (shape.points[2] ?? 0) === 0;
  const around = getStroke(samples, { size: shape.size * PEN_SCALE, thinning: 0.5, smoothing: 0.55, streamline: 0.35, simulatePressure, last: true });
  if (around.length < 3) return "";
  let path = `M${mid(around[0]!, around[1]!)}`;
  for (let i = 1; i <= around.length; i++) {
    const at = around[i % around.length]!;
    path += `Q${n(at[0])} ${n(at[1])} ${mid(at, around[(i + 1) % around.length]!)}`;
  }
  return `${path}Z`;
}

function dotPath(radius: number): string {
  return `M${n(-radius)} 0A${n(radius)} ${n(radius)} 0 1 1 ${n(radius)} 0A${n(radius)} ${n(radius)} 0 1 1 ${n(-radius)} 0Z`;
}

function smoothLine(samples: readonly (readonly [number, number, number])[]): string {
  const [first, second] = samples;
  if (!first) return "";
  let path = `M${n(first[0])} ${n(first[1])}`;
  if (!second) return `${path}l0.01 0`;
  for (let i = 1; i < samples.length - 1; i++) path += `Q${n(samples[i]![0])} ${n(samples[i]![1])} ${mid(samples[i]!, samples[i + 1]!)}`;
  const last = samples.at(-1)!;
  return `${path}L${n(last[0])} ${n(last[1])}`;
}

function rectanglePath(w: number, h: number, corner: number): string {
  const r = Math.min(corner, Math.abs(w) / 2, Math.abs(h) / 2);
  const [rx, ry] = [Math.sign(w) * r, Math.sign(h) * r];
  return (
    `M${n(rx)} 0L${n(w - rx)} 0Q${n(w)} 0 ${n(w)} ${n(ry)}L${n(w)} ${n(h - ry)}Q${n(w)} ${n(h)} ${n(w - rx)} ${n(h)}` +
    `L${n(rx)} ${n(h)}Q0 ${n(h)} 0 ${n(h - ry)}L0 ${n(ry)}Q0 0 ${n(rx)} 0Z`
  );
}

function ellipsePath(w: number, h: number): string {
  const [rx, ry] = [Math.abs(w / 2), Math.abs(h / 2)];
  return `M0 ${n(h / 2)}A${n(rx)} ${n(ry)} 0 1 1 ${n(w)} ${n(h / 2)}A${n(rx)} ${n(ry)} 0 1 1 0 ${n(h / 2)}Z`;
}

function arrowPath({ w, h, size }: Shape): string {
  const length = Math.hypot(w, h);
  const head = Math.min(10 + size * 3, length * 0.6);
  const angle = Math.atan2(h, w);
  const wing = (turn: number): string => `${n(w - head * Math.cos(angle + turn))} ${n(h - head * Math.sin(angle + turn))}`;
  return `M0 0L${n(w)} ${n(h)}M${wing(0.46)}L${n(w)} ${n(h)}L${wing(-0.46)}`;
}

function mid(a: readonly number[], b: readonly number[]): string {
  return `${n((a[0]! + b[0]!) / 2)} ${n((a[1]! + b[1]!) / 2)}`;
}

/** Two decimals are a hundredth of a pixel; more only makes the path longer. */
export function n(value: number): string {
  return String(Math.round(value * 100) / 100 || 0);
}
