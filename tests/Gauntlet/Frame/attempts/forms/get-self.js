// vector: form get to its own frame
const form = Object.assign(document.createElement("form"), { action: "$URL.html", method: "get", target: "_self" });
form.append(Object.assign(document.createElement("input"), { name: "a", value: "secret" }));
document.body.append(form);
form.submit();
