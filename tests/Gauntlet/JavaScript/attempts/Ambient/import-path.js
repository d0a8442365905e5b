// secret: import() of a script elsewhere on the disk
onGo(async () => say((await import(target.script)).default));
