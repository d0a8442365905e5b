// vector: answers without end
// where: pictures
// effect: trace
for (let count = 0; count < 20_000; count++) port.postMessage({ text: "$TOKEN", more: "x".repeat(100) });
return canvas;
