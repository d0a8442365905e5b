// vector: WebSocket over TLS
new WebSocket("wss://$HOST/$TOKEN");
