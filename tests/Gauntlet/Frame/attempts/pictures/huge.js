// vector: picture that fills memory
// where: pictures
// effect: trace 8001x4001
const other = new OffscreenCanvas(8001, 4001);
other.getContext("2d");
const made = other.transferToImageBitmap();
port.postMessage({ picture: made }, [made]);
return new Promise(() => {});
