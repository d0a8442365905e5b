// vector: TURN over TLS
// not: Firefox takes no address for the name of a TLS server
const peer = new RTCPeerConnection({ iceServers: [{ urls: "turns:$HOST?transport=tcp", username: "$TOKEN", credential: "secret" }] });
peer.createDataChannel("way");
peer.createOffer().then((offer) => peer.setLocalDescription(offer));
