// vector: WebTransport to a name
new WebTransport("https://$NAME:$PORT/");
