// vector: constructor handed to the page by a worker
const code = "postMessage(typeof RTCPeerConnection)";
const worker = new Worker(URL.createObjectURL(new Blob([code])));
worker.onmessage = ({ data }) => {
  const Peer = Reflect.get(data === "function" ? worker : self, "RTCPeerConnection");
  const peer = new Peer({ iceServers: [{ urls: "stun:$HOST" }] });
  peer.createDataChannel("way");
  peer.createOffer().then((offer) => peer.setLocalDescription(offer));
};
