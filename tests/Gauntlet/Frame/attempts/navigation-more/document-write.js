// vector: document.write
document.write("<img src='$URL'>");
