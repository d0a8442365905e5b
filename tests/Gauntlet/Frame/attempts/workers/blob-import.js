// vector: importScripts in a blob worker
new Worker(URL.createObjectURL(new Blob(["importScripts('$URL.js')"])));
