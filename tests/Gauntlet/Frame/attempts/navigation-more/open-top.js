// vector: window.open into the tab
// alone
open("$URL.html", "_top");
