// vector: form outside of its button
document.body.innerHTML = "<form id='f' action='$URL.html'></form><button form='f'>x</button>";
document.querySelector("button").click();
