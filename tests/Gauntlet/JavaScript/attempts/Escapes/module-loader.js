// secret: the loader that loaded the script
onGo(() => say(module.constructor._load("fs").readFileSync(target.file, "utf8")));
