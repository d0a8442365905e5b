// vector: img that is only decoded
const image = new Image();
image.src = "$URL";
image.decode();
