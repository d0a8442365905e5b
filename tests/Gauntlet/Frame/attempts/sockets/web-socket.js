// vector: WebSocket
const socket = new WebSocket("ws://$HOST/$TOKEN");
socket.onopen = () => socket.send("secret");
