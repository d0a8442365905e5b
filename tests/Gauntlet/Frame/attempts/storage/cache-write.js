// vector: cache that the page finds
// where: page, worker
// effect: trace
caches.open("$TOKEN");
