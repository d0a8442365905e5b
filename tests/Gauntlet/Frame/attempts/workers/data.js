// vector: fetch in a data worker
// where: page, worker
new Worker("data:text/javascript,fetch('$URL')");
