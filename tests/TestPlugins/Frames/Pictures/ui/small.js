// Paints over the whole picture.
const canvas = new OffscreenCanvas(1, 1);
const pen = canvas.getContext("2d");

function paint(picture, colour) {
  Object.assign(canvas, { width: picture.width, height: picture.height });
  pen.fillStyle = colour;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  return canvas;
}

// A picture of another size than it got.
pluginroom.transform.onFrame(() => paint({ width: 16, height: 16 }, "rgb(30, 96, 145)"));
