// A picture comes in; each square of it becomes one pixel, and each of those a square again.
const squares = 24;
const small = new OffscreenCanvas(1, 1);
const large = new OffscreenCanvas(1, 1);

pluginroom.transform.onFrame((picture) => {
  const { width, height } = picture;
  const side = Math.max(1, Math.round(width / squares));
  resize(small, Math.ceil(width / side), Math.ceil(height / side));
  resize(large, width, height);

  const shrinking = small.getContext("2d");
  shrinking.imageSmoothingQuality = "high";
  shrinking.drawImage(picture, 0, 0, small.width, small.height);

  const growing = large.getContext("2d");
  growing.imageSmoothingEnabled = false;
  growing.drawImage(small, 0, 0, small.width * side, small.height * side);
  return large;
});

function resize(canvas, width, height) {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}
