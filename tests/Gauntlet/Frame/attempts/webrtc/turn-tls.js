// vector: TURN over TLS
const peer = new RTCPeerConnection({ iceServers: [{ urls: "turns:$HOST?transport=tcp", username: "$TOKEN", credential: "secret" }] });
peer.createDataChannel("way");
peer.createOffer().then((offer) => peer.setLocalDescription(offer));
