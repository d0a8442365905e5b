// Paints over the whole picture.
const canvas = new OffscreenCanvas(1, 1);
const pen = canvas.getContext("2d");

function paint(picture, colour) {
  Object.assign(canvas, { width: picture.width, height: picture.height });
  pen.fillStyle = colour;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  return canvas;
}

pluginroom.transform.onFrame((picture) => paint(picture, "rgb(30, 96, 145)"));
