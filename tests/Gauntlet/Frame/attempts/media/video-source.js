// vector: source in a video
const video = document.createElement("video");
video.append(Object.assign(document.createElement("source"), { src: "$URL" }));
document.body.append(video);
video.load();
