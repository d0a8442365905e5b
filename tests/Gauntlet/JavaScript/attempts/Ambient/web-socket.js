// canary: WebSocket
// not: Node has none before 22
onGo(() => new WebSocket(`ws://127.0.0.1:${target.port}/${target.token}`));
