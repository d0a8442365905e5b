// vector: img by innerHTML
document.body.innerHTML = "<img src='$URL'>";
