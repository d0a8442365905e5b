// vector: data frame
document.body.append(Object.assign(document.createElement("iframe"), { src: "data:text/html,<img src='$URL'>" }));
