// vector: WebSocketStream
// where: worker
// not: Firefox has no WebSocketStream
new WebSocketStream("ws://$HOST/$TOKEN");
