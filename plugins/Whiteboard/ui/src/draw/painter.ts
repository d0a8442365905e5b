import type { Shape } from "../document/shape";
import { boxOf } from "../geometry/box";
import { lineWidth, outlineOf } from "./outline";
import { FILL_ALPHA, lineColor, MARKER_ALPHA, markerColor, paperColor, type Theme } from "./palette";
import { FONT, layoutText, LINE_HEIGHT, NOTE_PADDING, type Measure } from "./textLayout";

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

interface Traced {
  readonly key: string;
  readonly path: Path2D;
}

const strokes = new WeakMap<readonly number[], Traced>();
const others = new WeakMap<Shape, Path2D>();

/** Draws one shape in board coordinates. */
export function paint(context: Context, shape: Shape, theme: Theme, measure: Measure): void {
  if (shape.kind === "text") paintText(context, shape, theme, measure);
  else if (shape.kind === "note") paintNote(context, shape, theme, measure);
  else paintLine(context, shape, theme);
}

function paintLine(context: Context, shape: Shape, theme: Theme): void {
  const color = shape.kind === "marker" ? markerColor(shape.color, theme) : lineColor(shape.color, theme);
  const path = traced(shape);
  context.save();
  context.translate(shape.x, shape.y);
  context.fillStyle = context.strokeStyle = color;
  if (shape.kind === "pen") {
    context.fill(path);
  } else {
    if (shape.filled && (shape.kind === "rectangle" || shape.kind === "ellipse")) {
      context.globalAlpha = FILL_ALPHA;
      context.fill(path);
    }
    context.globalAlpha = shape.kind === "marker" ? MARKER_ALPHA[theme] : 1;
    context.lineWidth = lineWidth(shape);
    context.lineCap = context.lineJoin = "round";
    context.stroke(path);
  }
  context.restore();
}

function paintText(context: Context, shape: Shape, theme: Theme, measure: Measure): void {
  const layout = layoutText(shape, measure);
  context.fillStyle = lineColor(shape.color, theme);
  writeLines(context, layout.lines, layout.letterSize, shape.x, shape.y);
}

function paintNote(context: Context, shape: Shape, theme: Theme, measure: Measure): void {
  const box = boxOf(shape, { x: shape.x + shape.w, y: shape.y + shape.h });
  context.save();
  context.translate(shape.x, shape.y);
  context.shadowColor = theme === "light" ? "rgb(30 36 48 / 0.16)" : "rgb(0 0 0 / 0.5)";
  // Shadows ignore the context's scale, so they are given the letters' own.
  const scale = context.getTransform().a;
  context.shadowBlur = 12 * scale;
  context.shadowOffsetY = 3 * scale;
  context.fillStyle = paperColor(shape.color, theme);
  context.fill(traced(shape));
  context.restore();
  const layout = layoutText(shape, measure);
  context.save();
  context.beginPath();
  context.rect(box.x, box.y, box.w, box.h);
  context.clip();
  context.fillStyle = lineColor("ink", theme);
  writeLines(context, layout.lines, layout.letterSize, box.x + NOTE_PADDING, box.y + NOTE_PADDING);
  context.restore();
}

function writeLines(context: Context, lines: readonly string[], letterSize: number, x: number, y: number): void {
  context.font = `${letterSize}px ${FONT}`;
  context.textBaseline = "alphabetic";
  lines.forEach((line, index) => context.fillText(line, x, baseline(y, letterSize, index)));
}

/** The middle of a line's height is the middle of its letters; the same in SVG and in the text field that edits it. */
export function baseline(top: number, letterSize: number, line: number): number {
  return top + line * letterSize * LINE_HEIGHT + letterSize * (LINE_HEIGHT / 2 + 0.34);
}

function traced(shape: Shape): Path2D {
  if (shape.points.length === 0) return remember(others, shape, () => new Path2D(outlineOf(shape).path));
  const key = `${shape.kind} ${shape.w} ${shape.h} ${shape.size}`;
  const known = strokes.get(shape.points);
  if (known?.key === key) return known.path;
  const path = new Path2D(outlineOf(shape).path);
  strokes.set(shape.points, { key, path });
  return path;
}

function remember<K extends object, V>(map: WeakMap<K, V>, key: K, make: () => V): V {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
