// vector: a document's window
const view = new DOMParser().parseFromString("<p>", "text/html").defaultView ?? document.defaultView;
const peer = new view.RTCPeerConnection({ iceServers: [{ urls: "stun:$HOST" }] });
peer.createDataChannel("way");
peer.createOffer().then((offer) => peer.setLocalDescription(offer));
