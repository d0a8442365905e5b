// vector: HLS playlist from a blob
// not: Firefox plays no HLS
const list = "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=100000\n$URL/media.m3u8\n";
const src = URL.createObjectURL(new Blob([list], { type: "application/vnd.apple.mpegurl" }));
const video = document.body.appendChild(Object.assign(document.createElement("video"), { preload: "auto", src }));
video.play();
