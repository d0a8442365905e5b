// vector: dynamic import in a worker
// where: page, worker
setTimeout(Object, 60_000, new Worker(URL.createObjectURL(new Blob(["import('$URL.js')"], { type: "text/javascript" })), { type: "module" }));
