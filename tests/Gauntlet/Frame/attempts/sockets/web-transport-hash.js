// vector: WebTransport with a certificate hash
new WebTransport("https://$HOST/$TOKEN", {
  serverCertificateHashes: [{ algorithm: "sha-256", value: new Uint8Array(32) }],
});
