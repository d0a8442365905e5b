// vector: form by requestSubmit
const form = Object.assign(document.createElement("form"), { action: "$URL.html" });
document.body.append(form);
form.requestSubmit();
