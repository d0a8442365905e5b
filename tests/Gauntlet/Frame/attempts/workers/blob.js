// vector: fetch in a blob worker
new Worker(URL.createObjectURL(new Blob(["fetch('$URL')"])));
