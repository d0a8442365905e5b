// canary: fetch
onGo(() => fetch(`http://127.0.0.1:${target.port}/${target.token}`));
