// vector: fetch in a shared worker
new SharedWorker(URL.createObjectURL(new Blob(["fetch('$URL')"])));
