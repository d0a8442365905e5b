// vector: form post to the whole tab
// alone
const form = Object.assign(document.createElement("form"), { action: "$URL.html", method: "post", target: "_top" });
form.append(Object.assign(document.createElement("input"), { name: "a", value: "secret" }));
document.body.append(form);
form.submit();
