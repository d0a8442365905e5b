// vector: tag broken by a null
document.body.innerHTML = "<iframe\0 src='$URL.html'></iframe><iframe/src='$URL.html'></iframe>";
