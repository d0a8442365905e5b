// files.pick
const mostFileBytes = 8 << 20;
const mostFiles = 5;
const fileKinds = plain({
  image: true, audio: true, video: true, text: true, table: true, document: true, presentation: true, calendar: true, data: true, archive: true,
});

/** Every member is read once, here. */
function checkedPick(person, request) {
  const { kinds = [], maxBytes = 1 << 20, maxFiles = 1 } = request;
  if (checkedString(person).length === 0) throw new OwnTypeError("This id names nobody; take one from a participant.");
  if (!(maxBytes >= 1 && maxBytes <= mostFileBytes)) throw new OwnRangeError(`"maxBytes" is 1 to ${mostFileBytes}.`);
  if (!(maxFiles >= 1 && maxFiles <= mostFiles)) throw new OwnRangeError(`"maxFiles" is 1 to ${mostFiles}.`);
  const checked = plain([]);
  const count = kinds.length;
  for (let index = 0; index < count; index++) {
    const kind = checkedString(kinds[index]);
    if (fileKinds[kind] !== true) throw new OwnRangeError(`There is no kind of files ${slice(kind, 0, 60)}. The typings list them.`);
    checked[index] = kind;
  }

  return plain({ person: wellFormed(person), kinds: checked, maxBytes: +maxBytes | 0, maxFiles: +maxFiles | 0 });
}

/** Reads file after file, each part by part, and then gives all of them; what is wrong with one ends the whole. */
function readFiles(reply, done, failed) {
  const { pick, files } = reply;
  const read = [];
  const close = () => host.call(stringify(plain({ call: "files.close", pick })));
  const readFile = (index) => {
    if (index === files.length) {
      close();
      done(read);
      return;
    }

    const { name, type, bytes } = files[index];
    const data = new Bytes(bytes);
    const readPart = (offset) => {
      if (offset >= bytes) {
        put(read, index, { name, type, data });
        readFile(index + 1);
        return;
      }

      askThen("files.read", { pick, file: index, offset }, (part) => {
        const next = host.bytes(part.bytes);
        setBytes(data, next, offset);
        readPart(offset + typedArrayLength(next));
      }, (problem) => {
        close();
        failed(problem);
      });
    };
    readPart(0);
  };
  readFile(0);
}

define(globalThis, "files", {
  pick: (person, request = {}) => new OwnPromise((resolve, reject) =>
    askThen("files.pick", checkedPick(person, request), (reply) => readFiles(reply, resolve, reject), reject)),
});
