import type { Shape } from "../document/shape";

export const FONT = 'ui-rounded, "SF Pro Rounded", "Segoe UI", system-ui, -apple-system, "Noto Sans", sans-serif';
export const LINE_HEIGHT = 1.3;
export const NOTE_PADDING = 14;
const SMALLEST_NOTE_LETTER = 6;

/** Width of one line of text in board units. */
export type Measure = (text: string, letterSize: number) => number;

export interface TextLayout {
  readonly lines: readonly string[];
  readonly letterSize: number;
  readonly w: number;
  readonly h: number;
}

export function layoutText(shape: Shape, measure: Measure): TextLayout {
  return shape.kind === "note" ? layoutNote(shape, measure) : layoutPlain(shape.text.split("\n"), shape.size, measure);
}

/** A note's letters become smaller until the text fits the paper. */
function layoutNote(shape: Shape, measure: Measure): TextLayout {
  const room = { w: Math.max(8, Math.abs(shape.w) - 2 * NOTE_PADDING), h: Math.max(8, Math.abs(shape.h) - 2 * NOTE_PADDING) };
  for (let letterSize = shape.size; ; letterSize = Math.max(SMALLEST_NOTE_LETTER, letterSize * 0.88)) {
    const layout = layoutPlain(wrap(shape.text, room.w, letterSize, measure), letterSize, measure);
    if ((layout.h <= room.h && layout.w <= room.w) || letterSize <= SMALLEST_NOTE_LETTER) return layout;
  }
}

function layoutPlain(lines: readonly string[], letterSize: number, measure: Measure): TextLayout {
  const w = Math.max(letterSize / 2, ...lines.map((line) => measure(line, letterSize)));
  return { lines, letterSize, w, h: lines.length * letterSize * LINE_HEIGHT };
}

function wrap(text: string, width: number, letterSize: number, measure: Measure): string[] {
  return text.split("\n").flatMap((paragraph) => wrapParagraph(paragraph, width, letterSize, measure));
}

function wrapParagraph(paragraph: string, width: number, letterSize: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of paragraph.split(/(?<= )/)) {
    if (line !== "" && measure((line + word).trimEnd(), letterSize) > width) {
      lines.push(line.trimEnd());
      line = word;
    } else {
      line += word;
    }
  }
  return [...lines, line.trimEnd()];
}
