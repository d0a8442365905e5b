// vector: STUN server
const peer = new RTCPeerConnection({ iceServers: [{ urls: "stun:$HOST" }] });
peer.createDataChannel("way");
peer.createOffer().then((offer) => peer.setLocalDescription(offer));
