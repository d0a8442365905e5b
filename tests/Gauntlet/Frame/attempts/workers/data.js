// vector: fetch in a data worker
// where: page, worker
setTimeout(Object, 60_000, new Worker("data:text/javascript,fetch('$URL')"));
