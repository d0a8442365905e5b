// vector: form by a button with formaction
const form = document.createElement("form");
const button = Object.assign(document.createElement("button"), { formAction: "$URL.html" });
form.append(button);
document.body.append(form);
button.click();
