// vector: name in capitals and with a prefix
for (const name of ["IFRAME", "x:IFRAME", "iframe"]) {
  try {
    document.body.append(Object.assign(document.createElement(name), { src: "$URL.html" }));
  } catch (error) {
    say(error);
  }
}
