// vector: link rel=stylesheet
document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: "$URL.css" }));
