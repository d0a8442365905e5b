// canary: importScripts
// not: Node has none
onGo(() => importScripts(`http://127.0.0.1:${target.port}/${target.token}`));
