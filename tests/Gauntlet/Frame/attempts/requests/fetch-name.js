// vector: fetch of a name, in the DNS question
// where: page, worker
fetch("http://$NAME:$PORT/", { mode: "no-cors" });
