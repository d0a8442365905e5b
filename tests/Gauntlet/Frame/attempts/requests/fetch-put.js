// vector: fetch with a preflight
// where: page, worker
fetch("$URL", { method: "PUT", headers: { "x-secret": "secret" }, body: "secret" });
