// vector: srcdoc frame
document.body.append(Object.assign(document.createElement("iframe"), { srcdoc: "<img src='$URL'>" }));
