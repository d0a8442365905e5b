// vector: importScripts in a blob worker
// where: page, worker
new Worker(URL.createObjectURL(new Blob(["importScripts('$URL.js')"])));
