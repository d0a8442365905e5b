// secret: built-in functions of other engines and shells
// not: Node has none of them
onGo(async () => {
  const ways = [
    () => Deno.readTextFileSync(target.file), () => Bun.file(target.file).text(), () => std.loadFile(target.file), () => readFile(target.file), () => read(target.file),
    () => load(target.file), () => imports.gi.GLib.file_get_contents(target.file)[1], () => Java.type("java.nio.file.Files").readString(target.file), () => $vm.getPID(),
  ];
  for (const way of ways) try { say(await way()); } catch { }
});
