// vector: window.open without an opener
// alone
open("$URL.html", "_blank", "noopener");
