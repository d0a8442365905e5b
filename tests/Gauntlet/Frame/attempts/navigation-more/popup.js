// vector: window.open
// alone
open("$URL.html");
