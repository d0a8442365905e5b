// vector: WebSocket to a name
new WebSocket("ws://$NAME:$PORT/");
