// vector: TURN over UDP
const peer = new RTCPeerConnection({ iceServers: [{ urls: "turn:$HOST?transport=udp", username: "$TOKEN", credential: "secret" }] });
peer.createDataChannel("way");
peer.createOffer().then((offer) => peer.setLocalDescription(offer));
