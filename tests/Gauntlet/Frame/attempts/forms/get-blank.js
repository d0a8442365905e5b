// vector: form get to a new window
// alone
const form = Object.assign(document.createElement("form"), { action: "$URL.html", method: "get", target: "_blank" });
form.append(Object.assign(document.createElement("input"), { name: "a", value: "secret" }));
document.body.append(form);
form.submit();
