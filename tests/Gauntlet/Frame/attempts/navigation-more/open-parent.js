// vector: window.open into the page
// alone
open("$URL.html", "_parent");
