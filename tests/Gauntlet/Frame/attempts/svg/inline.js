// vector: SVG image in a string
document.body.innerHTML = "<svg><image href='$URL' width=9 height=9></image></svg>";
