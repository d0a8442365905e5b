// vector: location.href
location.href = "$URL.html";
