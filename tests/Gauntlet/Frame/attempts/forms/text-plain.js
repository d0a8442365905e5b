// vector: form as text/plain
const form = Object.assign(document.createElement("form"), { action: "$URL.html", method: "post", enctype: "text/plain" });
form.append(Object.assign(document.createElement("input"), { name: "a", value: "secret" }));
document.body.append(form);
form.submit();
