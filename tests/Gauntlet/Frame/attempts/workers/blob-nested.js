// vector: worker in a worker
// where: page, worker
const code = "new Worker(URL.createObjectURL(new Blob([\"fetch('$URL')\"])))";
new Worker(URL.createObjectURL(new Blob([code])));
