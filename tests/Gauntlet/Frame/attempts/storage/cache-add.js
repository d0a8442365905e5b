// vector: cache that fetches
// where: page, worker
caches.open("x").then((cache) => cache.add(new Request("$URL", { mode: "no-cors" })));
