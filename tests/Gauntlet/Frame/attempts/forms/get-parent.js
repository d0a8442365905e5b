// vector: form get to the page
// alone
const form = Object.assign(document.createElement("form"), { action: "$URL.html", method: "get", target: "_parent" });
form.append(Object.assign(document.createElement("input"), { name: "a", value: "secret" }));
document.body.append(form);
form.submit();
