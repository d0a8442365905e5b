// vector: artwork of a media session
// not: Chromium shows no media controls when headless
// not: Firefox shows no media controls when headless
navigator.mediaSession.metadata = new MediaMetadata({ title: "x", artwork: [{ src: "$URL", sizes: "96x96" }] });
const context = new AudioContext();
const audio = new Audio();
const stream = context.createMediaStreamDestination();
context.createOscillator().connect(stream);
audio.srcObject = stream.stream;
audio.play();
