// vector: window.open into itself
open("$URL.html", "_self");
