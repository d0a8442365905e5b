// vector: parent.location.replace
// alone
parent.location.replace("$URL.html");
