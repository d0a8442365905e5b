import * as Y from "yjs";
import { unpack } from "./points";

export const KINDS = ["pen", "marker", "rectangle", "ellipse", "line", "arrow", "text", "note"] as const;
export type Kind = (typeof KINDS)[number];

export const COLORS = ["ink", "grey", "red", "orange", "yellow", "green", "blue", "violet"] as const;
export type Color = (typeof COLORS)[number];

export type Geometry = readonly [x: number, y: number, w: number, h: number];

/**
 * What is drawn: an immutable reading of one entry of the document. For pen and marker w and h are scale factors, for line and
 * arrow the vector to the other end, for text they are unused (a text is as large as its letters).
 */
export interface Shape {
  readonly id: string;
  readonly kind: Kind;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly color: Color;
  /** Line width; for text and notes the letter size. */
  readonly size: number;
  readonly filled: boolean;
  readonly z: number;
  /** x, y, pressure, ... for pen and marker. */
  readonly points: readonly number[];
  readonly text: string;
}

/** The keys of a shape's Y.Map; short, because each one travels with each shape. */
export const Key = { kind: "k", geometry: "g", color: "c", size: "s", filled: "f", z: "z", units: "q", points: "p", text: "x" } as const;

export const MAX_TEXT = 5_000;
const FAR = 1_000_000;
const NO_POINTS: readonly number[] = [];

/**
 * Reads an entry that anybody in the room may have written, so nothing in it is taken on trust: null when it is no shape.
 * Points are carried over from the reading before while they have not changed, so that what is computed from them stays valid.
 */
export function readShape(id: string, entry: unknown, before: Shape | undefined, pointsChanged: boolean): Shape | null {
  if (!(entry instanceof Y.Map)) return null;
  const kind = oneOf(KINDS, entry.get(Key.kind));
  const geometry = readGeometry(entry.get(Key.geometry));
  if (!kind || !geometry || id.length > 40) return null;
  const [x, y, w, h] = geometry;
  return {
    id, kind, x, y, w, h,
    color: oneOf(COLORS, entry.get(Key.color)) ?? "ink",
    size: number(entry.get(Key.size), 1, 400) ?? 4,
    filled: entry.get(Key.filled) === true,
    z: number(entry.get(Key.z), -1e9, 1e9) ?? 0,
    points: before && !pointsChanged ? before.points : readPoints(entry),
    text: readText(entry.get(Key.text)),
  };
}

function readGeometry(value: unknown): Geometry | null {
  if (!Array.isArray(value) || value.length !== 4) return null;
  const read = value.map((part) => number(part, -FAR, FAR));
  return read.includes(null) ? null : (read as unknown as Geometry);
}

function readPoints(entry: Y.Map<unknown>): readonly number[] {
  const packed = entry.get(Key.points);
  return packed instanceof Y.Array ? unpack(packed.toArray(), number(entry.get(Key.units), 0.25, 64) ?? 4) : NO_POINTS;
}

function readText(value: unknown): string {
  return value instanceof Y.Text ? value.toString().slice(0, MAX_TEXT) : "";
}

function oneOf<T extends string>(all: readonly T[], value: unknown): T | null {
  return all.find((one) => one === value) ?? null;
}

function number(value: unknown, min: number, max: number): number | null {
  return typeof value === "number" && value >= min && value <= max ? value : null;
}
