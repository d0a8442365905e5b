// canary: XMLHttpRequest
// not: Node has none
onGo(() => {
  const request = new XMLHttpRequest();
  request.open("GET", `http://127.0.0.1:${target.port}/${target.token}`, false);
  request.send();
});
