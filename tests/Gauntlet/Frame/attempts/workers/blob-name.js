// vector: name asked for in a worker
// where: page, worker
setTimeout(Object, 60_000, new Worker(URL.createObjectURL(new Blob(["fetch('http://$NAME:$PORT/')"]))));
