// vector: timer with a string
setTimeout("fetch('$URL')");
