// vector: meta refresh
document.head.append(Object.assign(document.createElement("meta"), { httpEquiv: "refresh", content: "0; url=$URL.html" }));
