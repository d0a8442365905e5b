// All white, as solid as it gets; black once it has heard of anything that a person did.
(async () => {
  await pluginroom.ready;
  const { surface } = pluginroom;
  const pen = surface.canvas.getContext("2d");
  let colour = "white";
  const paint = () => {
    const { width, height, scale } = surface.size;
    Object.assign(surface.canvas, { width: width * scale, height: height * scale });
    pen.fillStyle = colour;
    pen.fillRect(0, 0, surface.canvas.width, surface.canvas.height);
    surface.describe(colour);
  };
  surface.onResize(paint);
  surface.onInput(() => {
    colour = "black";
    paint();
  });
  paint();
})();
