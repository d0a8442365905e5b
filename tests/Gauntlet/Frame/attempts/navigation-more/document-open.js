// vector: document.open and write
document.open();
document.write("<img src='$URL'>");
document.close();
