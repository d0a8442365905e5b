// secret: WebAssembly that imports a function of the host
const bytes = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 2, 7, 1, 1, 104, 1, 102, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 103, 0, 1, 10, 6, 1, 4, 0, 16, 0, 11]);
onGo(() => {
  const read = () => say(process.getBuiltinModule("fs").readFileSync(target.file, "utf8"));
  new WebAssembly.Instance(new WebAssembly.Module(bytes), { h: { f: read } }).exports.g();
});
