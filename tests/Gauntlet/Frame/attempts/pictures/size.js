// vector: picture whose size says something
// where: pictures
// effect: trace 1013x7
const other = new OffscreenCanvas(1013, 7);
other.getContext("2d");
port.postMessage({ picture: other.transferToImageBitmap() });
return new Promise(() => {});
