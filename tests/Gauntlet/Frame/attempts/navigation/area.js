// vector: area that is pressed by script
document.body.append(Object.assign(document.createElement("area"), { href: "$URL.html" }));
document.querySelector("area").click();
