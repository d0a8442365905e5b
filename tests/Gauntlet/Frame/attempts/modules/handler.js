// vector: handler in an attribute
document.body.innerHTML = "<p onclick=\"fetch('$URL')\">x</p>";
document.querySelector("p").click();
