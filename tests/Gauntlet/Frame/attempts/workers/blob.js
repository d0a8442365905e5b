// vector: fetch in a blob worker
// where: page, worker
new Worker(URL.createObjectURL(new Blob(["fetch('$URL')"])));
