// vector: cache that the page finds
// effect: trace
caches.open("$TOKEN");
