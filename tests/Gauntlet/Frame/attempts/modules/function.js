// vector: code out of a string
new Function("fetch('$URL')")();
