// secret: import() of a built-in module: a file
onGo(async () => say((await import("node:fs")).readFileSync(target.file, "utf8")));
