// vector: name asked for in a worker
// where: page, worker
new Worker(URL.createObjectURL(new Blob(["fetch('http://$NAME:$PORT/')"])));
