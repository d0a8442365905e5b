// vector: words instead of a picture
// where: pictures
// effect: trace
port.postMessage("$TOKEN");
return new Promise(() => {});
