// vector: document.open with three arguments
// alone
document.open("$URL.html", "way", "");
