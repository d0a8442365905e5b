// vector: names of its caches
// effect: says $SECRET
caches.keys().then(say);
