// vector: object data
document.body.append(Object.assign(document.createElement("object"), { data: "$URL.html" }));
