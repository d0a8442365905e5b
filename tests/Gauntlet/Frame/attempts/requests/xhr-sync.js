// vector: synchronous XMLHttpRequest
// where: page, worker
const request = new XMLHttpRequest();
request.open("GET", "$URL", false);
request.send();
