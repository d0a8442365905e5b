// storage.room, storage.user
const mostValueBytes = 256 * 1024;
const mostKeyBytes = 128;

/** What is kept for the room (`person` is null), or for one person. */
const storeOf = (person) => {
  const askFor = (call, key, read) => ask(call, () => ({ person, key: checkedKey(key) }), read);
  const write = (key, bytes) => ask("storage.write", () => ({ person, key: checkedKey(key), value: host.base64(bytes()) }));
  return {
    get: (key) => askFor("storage.read", key, (reply) => (reply.value === null ? undefined : parseStored(host.decode(host.bytes(reply.value), false)))),
    getBytes: (key) => askFor("storage.read", key, (reply) => (reply.value === null ? undefined : host.bytes(reply.value))),
    set: (key, value) => write(key, () => checkedValue(host.encode(jsonOf(value)))),
    setBytes: (key, data) => write(key, () => dataBytes(data, mostValueBytes)),
    delete: (key) => askFor("storage.delete", key),
    list: (prefix = "") => ask("storage.list", () => ({ person, prefix: checkedString(prefix) }), (reply) => reply.keys),
  };
};

/** A key is not mended as text is: two that differ would become one. */
function checkedKey(key) {
  if (checkedString(key).length === 0) throw new OwnTypeError("The key is empty.");
  if (wellFormed(key) !== key) throw new OwnTypeError("The key has half a character (a lone surrogate).");
  const bytes = key.length > mostKeyBytes ? key.length : typedArrayLength(host.encode(key));
  if (bytes > mostKeyBytes) throw new OwnRangeError(`${bytes} bytes; a key has at most ${mostKeyBytes}.`);
  return key;
}

function checkedValue(bytes) {
  const length = typedArrayLength(bytes);
  if (length > mostValueBytes) throw new OwnRangeError(`${length} bytes; at most ${mostValueBytes} fit under one key.`);
  return bytes;
}

function jsonOf(value) {
  const json = stringify(value);
  if (typeof json !== "string") throw new OwnTypeError("There is no JSON for this value. Use storage.delete to keep nothing.");
  return json;
}

function parseStored(json) {
  try {
    return parse(json);
  } catch {
    throw new OwnSyntaxError("What is kept under this key is no JSON. Read it with getBytes.");
  }
}

define(globalThis, "storage", {
  ...storeOf(null),
  of: (person) => {
    if (checkedString(person).length === 0) throw new OwnTypeError("This id names nobody; take one from a participant.");
    return storeOf(wellFormed(person));
  },
});
