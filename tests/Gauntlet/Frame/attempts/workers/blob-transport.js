// vector: WebTransport in a blob worker
// where: page, worker
new Worker(URL.createObjectURL(new Blob(["new WebTransport('https://$HOST/')"])));
