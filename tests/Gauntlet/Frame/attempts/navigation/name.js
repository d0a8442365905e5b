// vector: location to a name
location.href = "http://$NAME:$PORT/";
