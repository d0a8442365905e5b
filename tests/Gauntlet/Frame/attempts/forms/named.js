// vector: form into a frame by its name
document.body.innerHTML = "<iframe name='way'></iframe>";
const form = Object.assign(document.createElement("form"), { action: "$URL.html", target: "way" });
document.body.append(form);
form.submit();
