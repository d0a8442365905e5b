// vector: EventSource in a blob worker
new Worker(URL.createObjectURL(new Blob(["new EventSource('$URL.events')"])));
