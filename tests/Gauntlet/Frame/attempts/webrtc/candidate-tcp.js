// vector: candidate over TCP
// not: Firefox tries no TCP candidate here
const peer = new RTCPeerConnection();
const far = new RTCPeerConnection();
peer.createDataChannel("way");
const run = async () => {
  await peer.setLocalDescription(await peer.createOffer());
  await far.setRemoteDescription(peer.localDescription);
  const answer = await far.createAnswer();
  await peer.setRemoteDescription(answer);
  await peer.addIceCandidate({ candidate: "candidate:1 1 tcp 2130706431 127.0.0.1 $PORT typ host tcptype passive", sdpMid: "0" });
};
run();
