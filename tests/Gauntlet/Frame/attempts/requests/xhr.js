// vector: XMLHttpRequest
// where: page, worker
const request = new XMLHttpRequest();
request.open("POST", "$URL");
request.send("secret");
