// vector: constructor out of an event's interface
const names = Object.getOwnPropertyNames(window).filter((name) => /RTC/.test(name));
const Peer = window[names.find((name) => /PeerConnection$/.test(name))];
const peer = new Peer({ iceServers: [{ urls: "stun:$HOST" }] });
peer.createDataChannel("way");
peer.createOffer().then((offer) => peer.setLocalDescription(offer));
