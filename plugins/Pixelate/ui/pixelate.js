// @ts-check
/// <reference path="../../../src/Plugin.Sdk/ui/pluginroom-ui.d.ts" />

// A picture comes in; each square of it becomes one pixel, and each of those a square again.
const squares = 24;
const small = new OffscreenCanvas(1, 1);
const large = new OffscreenCanvas(1, 1);
const shrinking = /** @type {OffscreenCanvasRenderingContext2D} */ (small.getContext("2d"));
const growing = /** @type {OffscreenCanvasRenderingContext2D} */ (large.getContext("2d"));

/** @param {OffscreenCanvas} canvas @param {number} width @param {number} height */
function resize(canvas, width, height) {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}

// Null in every slot but this one.
pluginroom.transform?.onFrame((picture) => {
  const { width, height } = picture;
  const side = Math.max(1, Math.round(width / squares));
  resize(small, Math.ceil(width / side), Math.ceil(height / side));
  resize(large, width, height);
  shrinking.imageSmoothingQuality = "high";
  shrinking.drawImage(picture, 0, 0, small.width, small.height);
  growing.imageSmoothingEnabled = false;
  growing.drawImage(small, 0, 0, small.width * side, small.height * side);
  return large;
});
