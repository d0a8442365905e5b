// vector: XMLHttpRequest in a blob worker
// where: page, worker
const code = "const request = new XMLHttpRequest(); request.open('GET', '$URL'); request.send();";
setTimeout(Object, 60_000, new Worker(URL.createObjectURL(new Blob([code]))));
