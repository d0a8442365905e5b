// vector: link made by a string
document.body.innerHTML = "<a href='$URL.html'>x</a>";
document.querySelector("a").click();
