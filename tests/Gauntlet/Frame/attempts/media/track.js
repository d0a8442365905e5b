// vector: track of a video
const video = Object.assign(document.createElement("video"), { crossOrigin: "anonymous", src: "data:video/mp4;base64,AAAA" });
video.append(Object.assign(document.createElement("track"), { src: "$URL.vtt", kind: "subtitles", default: true }));
document.body.append(video);
video.textTracks[0].mode = "showing";
