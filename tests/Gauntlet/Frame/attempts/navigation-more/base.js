// vector: base that moves relative addresses
document.head.append(Object.assign(document.createElement("base"), { href: "$URL/" }));
new Image().src = "relative.png";
