// vector: fetch with a cache mode
// where: page, worker
fetch("$URL", { cache: "reload", mode: "no-cors", priority: "high" });
