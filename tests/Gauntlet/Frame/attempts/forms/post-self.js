// vector: form post to its own frame
const form = Object.assign(document.createElement("form"), { action: "$URL.html", method: "post", target: "_self" });
form.append(Object.assign(document.createElement("input"), { name: "a", value: "secret" }));
document.body.append(form);
form.submit();
