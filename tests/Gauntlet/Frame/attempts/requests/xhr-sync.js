// vector: synchronous XMLHttpRequest
const request = new XMLHttpRequest();
request.open("GET", "$URL", false);
request.send();
