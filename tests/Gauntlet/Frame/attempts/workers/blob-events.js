// vector: EventSource in a blob worker
// where: page, worker
new Worker(URL.createObjectURL(new Blob(["new EventSource('$URL.events')"])));
