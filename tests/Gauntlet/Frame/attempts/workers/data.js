// vector: fetch in a data worker
new Worker("data:text/javascript,fetch('$URL')");
