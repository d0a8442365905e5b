// secret: require: a file
onGo(() => say(require("fs").readFileSync(target.file, "utf8")));
