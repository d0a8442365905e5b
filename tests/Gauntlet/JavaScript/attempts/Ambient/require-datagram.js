// canary: require: a datagram
onGo(() => require("dgram").createSocket("udp4").send(target.token, target.port, "127.0.0.1"));
