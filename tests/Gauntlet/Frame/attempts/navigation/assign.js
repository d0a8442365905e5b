// vector: location.assign
location.assign("$URL.html");
