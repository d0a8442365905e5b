// vector: XMLHttpRequest
const request = new XMLHttpRequest();
request.open("POST", "$URL");
request.send("secret");
