// vector: fetch with a cache mode
fetch("$URL", { cache: "reload", mode: "no-cors", priority: "high" });
