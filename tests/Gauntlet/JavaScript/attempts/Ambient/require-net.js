// canary: require: a TCP socket
onGo(() => require("net").connect(target.port, "127.0.0.1").end(target.token));
