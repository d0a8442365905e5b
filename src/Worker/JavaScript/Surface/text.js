// UTF-8 (WHATWG Encoding) and random numbers (W3C Web Cryptography): what plugins need and the language has not.
define(globalThis, "TextEncoder", class TextEncoder {
  get encoding() { return "utf-8"; }

  encode(value = "") { return host.encode(toText(value)); }
});

define(globalThis, "TextDecoder", class TextDecoder {
  #fatal;

  constructor(label = "utf-8", options = undefined) {
    if (label !== "utf-8" && label !== "utf8" && label !== "UTF-8") throw new OwnRangeError("Only utf-8 is known here.");
    this.#fatal = options?.fatal === true;
  }

  get encoding() { return "utf-8"; }

  get fatal() { return this.#fatal; }

  decode(value = new Bytes(0)) {
    const decoded = host.decode(copied(bytesOf(value)), this.#fatal);
    if (decoded === undefined) throw new OwnTypeError("These bytes are not valid UTF-8.");
    return decoded;
  }
});

const hex = "0123456789abcdef";
define(globalThis, "crypto", {
  getRandomValues: (array) => {
    const bytes = bytesOf(array);
    if (bytes.length > 65536) throw new OwnRangeError("At most 65,536 bytes at once.");
    setBytes(bytes, host.random(bytes.length));
    return array;
  },
  randomUUID: () => {
    const bytes = host.random(16);
    let id = "";
    for (let index = 0; index < 16; index++) {
      const byte = index === 6 ? (bytes[6] & 15) | 64 : index === 8 ? (bytes[8] & 63) | 128 : bytes[index];
      id += `${index === 4 || index === 6 || index === 8 || index === 10 ? "-" : ""}${hex[byte >> 4]}${hex[byte & 15]}`;
    }

    return id;
  },
});
