// vector: WebTransport in a blob worker
new Worker(URL.createObjectURL(new Blob(["new WebTransport('https://$HOST/')"])));
