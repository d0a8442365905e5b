// vector: inline script by script
const script = document.createElement("script");
script.textContent = "fetch('$URL')";
document.body.append(script);
