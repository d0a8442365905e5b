// vector: fetch with a preflight
fetch("$URL", { method: "PUT", headers: { "x-secret": "secret" }, body: "secret" });
