// vector: WebSocket, told in its protocol
new WebSocket("ws://$HOST/", "$TOKEN");
