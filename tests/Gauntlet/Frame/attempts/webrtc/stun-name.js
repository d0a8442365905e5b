// vector: STUN server by name
const peer = new RTCPeerConnection({ iceServers: [{ urls: "stun:$NAME:$PORT" }] });
peer.createDataChannel("way");
peer.createOffer().then((offer) => peer.setLocalDescription(offer));
