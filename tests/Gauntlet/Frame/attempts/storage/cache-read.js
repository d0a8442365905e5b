// vector: names of its caches
// where: page, worker
// effect: says $SECRET
caches.keys().then(say);
