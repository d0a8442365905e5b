// vector: dynamic import in a worker
// where: page, worker
new Worker(URL.createObjectURL(new Blob(["import('$URL.js')"], { type: "text/javascript" })), { type: "module" });
