// vector: SVG use
// not: Firefox loads nothing of another origin for it
// not: Chromium loads nothing of another origin for it
document.body.innerHTML = "<svg><use href='$URL.svg#x'/></svg>";
