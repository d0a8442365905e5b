// vector: new Image of a name
new Image().src = "http://$NAME:$PORT/x.png";
