// vector: WebTransport
new WebTransport("https://$HOST/$TOKEN");
