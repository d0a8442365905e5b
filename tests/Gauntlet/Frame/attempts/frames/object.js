// vector: object with a data document
document.body.append(Object.assign(document.createElement("object"), { type: "text/html", data: "data:text/html,<img src='$URL'>" }));
