// vector: font that is drawn with
// where: worker
const font = new FontFace("drawn", "url($URL.woff2)");
fonts.add(font);
const pen = new OffscreenCanvas(10, 10).getContext("2d");
pen.font = "10px drawn";
pen.fillText("x", 0, 10);
font.load();
