// vector: fetch
// where: page, worker
fetch("$URL");
