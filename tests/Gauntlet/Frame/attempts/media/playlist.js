// vector: HLS playlist whose parts are elsewhere
// not: Chromium plays no playlist out of a data address
// not: Firefox plays no HLS
const list = "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=100000\n$URL/media.m3u8\n";
const src = "data:application/vnd.apple.mpegurl;base64," + btoa(list);
const video = document.body.appendChild(Object.assign(document.createElement("video"), { preload: "auto", src }));
video.play();
