// vector: fetch
fetch("$URL");
