// vector: shared worker
// where: worker
// not: Chromium has no shared workers in a worker
// not: Firefox has no shared workers in a worker
new SharedWorker(URL.createObjectURL(new Blob(["fetch('$URL')"])));
