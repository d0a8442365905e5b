// vector: new Image
new Image().src = "$URL";
