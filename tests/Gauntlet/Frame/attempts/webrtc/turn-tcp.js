// vector: TURN over TCP
const peer = new RTCPeerConnection({ iceServers: [{ urls: "turn:$HOST?transport=tcp", username: "$TOKEN", credential: "secret" }] });
peer.createDataChannel("way");
peer.createOffer().then((offer) => peer.setLocalDescription(offer));
