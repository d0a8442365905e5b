// vector: fetch of a name, in the DNS question
fetch("http://$NAME:$PORT/", { mode: "no-cors" });
