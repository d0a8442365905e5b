import type { Shape } from "../document/shape";
import { inkBox } from "../draw/bounds";
import { lineWidth, n, outlineOf } from "../draw/outline";
import { baseline } from "../draw/painter";
import { BACKGROUND, FILL_ALPHA, lineColor, MARKER_ALPHA, markerColor, paperColor, type Theme } from "../draw/palette";
import { FONT, layoutText, NOTE_PADDING, type Measure } from "../draw/textLayout";
import { boxOf, inflate, unionAll } from "../geometry/box";

export const MARGIN = 24;

/** The whole board as one SVG image, as large as what is on it. */
export function toSvg(shapes: readonly Shape[], theme: Theme, measure: Measure): string {
  const box = inflate(unionAll(shapes.map((shape) => inkBox(shape, measure))) ?? { x: 0, y: 0, w: 1, h: 1 }, MARGIN);
  const size = `${n(box.w)}" height="${n(box.h)}"`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size} viewBox="${n(box.x)} ${n(box.y)} ${n(box.w)} ${n(box.h)}">` +
    `<rect x="${n(box.x)}" y="${n(box.y)}" width="${size} fill="${BACKGROUND[theme]}"/>` +
    shapes.map((shape) => shapeSvg(shape, theme, measure)).join("") +
    "</svg>\n"
  );
}

function shapeSvg(shape: Shape, theme: Theme, measure: Measure): string {
  if (shape.kind === "text") return textSvg(shape, lineColor(shape.color, theme), shape.x, shape.y, measure);
  if (shape.kind === "note") return noteSvg(shape, theme, measure);
  const { path, ink } = outlineOf(shape);
  const color = shape.kind === "marker" ? markerColor(shape.color, theme) : lineColor(shape.color, theme);
  const paint = ink ? `fill="${color}"` : lineSvg(shape, color, theme);
  return `<path transform="translate(${n(shape.x)} ${n(shape.y)})" d="${path}" ${paint}/>`;
}

function lineSvg(shape: Shape, color: string, theme: Theme): string {
  const fill = shape.filled && (shape.kind === "rectangle" || shape.kind === "ellipse") ? `fill="${color}" fill-opacity="${FILL_ALPHA}"` : 'fill="none"';
  const alpha = shape.kind === "marker" ? ` stroke-opacity="${MARKER_ALPHA[theme]}"` : "";
  return `${fill} stroke="${color}" stroke-width="${n(lineWidth(shape))}" stroke-linecap="round" stroke-linejoin="round"${alpha}`;
}

function noteSvg(shape: Shape, theme: Theme, measure: Measure): string {
  const box = boxOf(shape, { x: shape.x + shape.w, y: shape.y + shape.h });
  const paper = `<path transform="translate(${n(shape.x)} ${n(shape.y)})" d="${outlineOf(shape).path}" fill="${paperColor(shape.color, theme)}"/>`;
  return paper + textSvg(shape, lineColor("ink", theme), box.x + NOTE_PADDING, box.y + NOTE_PADDING, measure);
}

function textSvg(shape: Shape, color: string, x: number, y: number, measure: Measure): string {
  const { lines, letterSize } = layoutText(shape, measure);
  const spans = lines.map((line, index) => `<tspan x="${n(x)}" y="${n(baseline(y, letterSize, index))}">${escapeXml(line)}</tspan>`);
  return `<text fill="${color}" font-family="${escapeXml(FONT)}" font-size="${n(letterSize)}" xml:space="preserve">${spans.join("")}</text>`;
}

/** Characters that XML 1.0 cannot hold are left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
