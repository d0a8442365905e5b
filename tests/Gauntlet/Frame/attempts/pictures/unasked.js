// vector: words before the picture
// where: pictures
// effect: trace
port.postMessage({ text: "$TOKEN" });
return canvas;
