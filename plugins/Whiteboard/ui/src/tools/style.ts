import type { Color, Kind } from "../document/shape";

export const TOOLS = ["select", "hand", "pen", "marker", "eraser", "rectangle", "ellipse", "line", "arrow", "text", "note"] as const;
export type ToolName = (typeof TOOLS)[number];

export const LEVELS = [0, 1, 2, 3] as const;
export type Level = (typeof LEVELS)[number];
export const LEVEL_NAMES = ["Thin", "Medium", "Thick", "Extra thick"] as const;
export const LETTER_NAMES = ["Small", "Medium", "Large", "Extra large"] as const;

const LINE_SIZES = [2, 4, 7, 12] as const;
const MARKER_SIZES = [3, 5, 8, 12] as const;
const LETTER_SIZES = [16, 24, 36, 56] as const;
const NOTE_SIZES = [14, 20, 28, 40] as const;

export interface DrawStyle {
  readonly color: Color;
  readonly level: Level;
  readonly filled: boolean;
}

/** What each tool starts with; whatever is chosen later is chosen for that tool. */
export function firstStyle(tool: ToolName): DrawStyle {
  const color: Color = tool === "marker" || tool === "note" ? "yellow" : "ink";
  return { color, level: 1, filled: false };
}

export function sizeOf(kind: Kind, level: Level): number {
  return sizesOf(kind)[level];
}

export function levelOf(kind: Kind, size: number): Level {
  const sizes = sizesOf(kind);
  return LEVELS.reduce((best, level) => (Math.abs(sizes[level] - size) < Math.abs(sizes[best] - size) ? level : best), 0 as Level);
}

export function hasLetters(kind: Kind): boolean {
  return kind === "text" || kind === "note";
}

export function canFill(kind: Kind): boolean {
  return kind === "rectangle" || kind === "ellipse";
}

export function kindOf(tool: ToolName): Kind | null {
  return tool === "select" || tool === "hand" || tool === "eraser" ? null : tool;
}

function sizesOf(kind: Kind): readonly [number, number, number, number] {
  switch (kind) {
    case "text":
      return LETTER_SIZES;
    case "note":
      return NOTE_SIZES;
    case "marker":
      return MARKER_SIZES;
    default:
      return LINE_SIZES;
  }
}
