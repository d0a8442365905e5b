// vector: document.location
document.location = "$URL.html";
