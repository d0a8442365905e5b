// vector: portal, or what is left of it
for (const name of ["portal", "fencedframe", "iframe"]) {
  try {
    document.body.append(Object.assign(document.createElement(name), { src: "$URL.html" }));
  } catch (error) {
    say(error);
  }
}
