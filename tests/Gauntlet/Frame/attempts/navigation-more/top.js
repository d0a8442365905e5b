// vector: top.location
// alone
top.location = "$URL.html";
