// gone: a signal to itself
onGo(() => process.kill(process.pid, "SIGKILL"));
