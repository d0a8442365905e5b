// vector: import in a module worker
// where: page, worker
new Worker(URL.createObjectURL(new Blob(["import '$URL.js'"], { type: "text/javascript" })), { type: "module" });
