// vector: Error.prepareStackTrace on the guard
Error.prepareStackTrace = (error, calls) => calls.map((call) => call.getFunction());
let found = [];
try {
  document.createElement("iframe");
  document.body.append(Object.assign(document.createElement("iframe"), { src: "$URL.html" }));
} catch (error) {
  found = error.stack;
}
for (const each of found) if (typeof each === "function") document.body.append(Object.assign(each.call(document, "iframe"), { src: "$URL.html" }));
