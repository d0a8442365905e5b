// vector: picture source
const picture = document.createElement("picture");
picture.append(Object.assign(document.createElement("source"), { srcset: "$URL" }), new Image());
document.body.append(picture);
