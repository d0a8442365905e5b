// canary: import() of an address
// not: Node imports no addresses
onGo(() => import(`http://127.0.0.1:${target.port}/${target.token}.js`));
