// Paints over the whole picture.
const canvas = new OffscreenCanvas(1, 1);
const pen = canvas.getContext("2d");

function paint(picture, colour) {
  Object.assign(canvas, { width: picture.width, height: picture.height });
  pen.fillStyle = colour;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  return canvas;
}

// Blue, and after a while nothing any more.
let left = 3;
pluginroom.transform.onFrame((picture) => {
  while (left === 0);
  left--;
  return paint(picture, "rgb(30, 96, 145)");
});
