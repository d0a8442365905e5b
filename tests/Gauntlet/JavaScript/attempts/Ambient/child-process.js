// secret: require: a program
onGo(() => say(require("child_process").execFileSync("/bin/cat", [target.file])));
