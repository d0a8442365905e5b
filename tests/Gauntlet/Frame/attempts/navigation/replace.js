// vector: location.replace
location.replace("$URL.html");
