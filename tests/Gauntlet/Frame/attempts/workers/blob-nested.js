// vector: worker in a worker
// where: page, worker
const code = "setTimeout(Object, 60_000, new Worker(URL.createObjectURL(new Blob([\"fetch('$URL')\"]))))";
setTimeout(Object, 60_000, new Worker(URL.createObjectURL(new Blob([code]))));
