// vector: prefixed constructor
const Peer = window.webkitRTCPeerConnection ?? window.mozRTCPeerConnection ?? RTCPeerConnection;
const peer = new Peer({ iceServers: [{ urls: "stun:$HOST" }] });
peer.createDataChannel("way");
peer.createOffer().then((offer) => peer.setLocalDescription(offer));
