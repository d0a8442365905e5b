import type { Shape } from "../document/shape";
import { inkBox } from "../draw/bounds";
import { paint } from "../draw/painter";
import { BACKGROUND, type Theme } from "../draw/palette";
import type { Measure } from "../draw/textLayout";
import { inflate, unionAll } from "../geometry/box";
import { MARGIN } from "./svg";

const SHARP = 2;
/** Browsers give up silently on larger canvases. */
const LONGEST_SIDE = 8_192;
const MOST_PIXELS = 40_000_000;

/** The whole board as a PNG, twice as sharp as on a plain screen, less if it would become too large. */
export function toPng(shapes: readonly Shape[], theme: Theme, measure: Measure): Promise<Blob> {
  const box = inflate(unionAll(shapes.map((shape) => inkBox(shape, measure))) ?? { x: 0, y: 0, w: 1, h: 1 }, MARGIN);
  const scale = Math.min(SHARP, LONGEST_SIDE / box.w, LONGEST_SIDE / box.h, Math.sqrt(MOST_PIXELS / (box.w * box.h)));
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(box.w * scale);
  canvas.height = Math.ceil(box.h * scale);
  const context = canvas.getContext("2d")!;
  context.fillStyle = BACKGROUND[theme];
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.setTransform(scale, 0, 0, scale, -box.x * scale, -box.y * scale);
  for (const shape of shapes) paint(context, shape, theme, measure);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The picture is too large to be made."))), "image/png");
  });
}
