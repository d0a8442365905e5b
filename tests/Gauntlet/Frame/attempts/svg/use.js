// vector: SVG use
// not: Chromium loads nothing of another origin for use, nor does any other
document.body.innerHTML = "<svg><use href='$URL.svg#x'/></svg>";
