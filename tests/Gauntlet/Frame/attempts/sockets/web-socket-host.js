// vector: WebSocket to the host's own hub
const socket = new WebSocket("ws://$HOST/$TOKEN");
socket.binaryType = "arraybuffer";
socket.onopen = () => socket.send(new Uint8Array(1024));
