// vector: a second answer, with words
// where: pictures
// effect: trace
const made = canvas.transferToImageBitmap();
port.postMessage({ picture: made }, [made]);
port.postMessage({ text: "$TOKEN" });
return new Promise(() => {});
