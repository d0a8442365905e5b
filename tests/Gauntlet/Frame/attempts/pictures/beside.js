// vector: words beside a picture
// where: pictures
// effect: trace
const made = canvas.transferToImageBitmap();
port.postMessage({ picture: made, text: "$TOKEN" }, [made]);
return new Promise(() => {});
