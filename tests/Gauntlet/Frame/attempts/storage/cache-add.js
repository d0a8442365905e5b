// vector: cache that fetches
caches.open("x").then((cache) => cache.add(new Request("$URL", { mode: "no-cors" })));
