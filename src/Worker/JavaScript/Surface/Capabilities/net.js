// net.fetch
const mostPartBytes = 256 * 1024;
const mostBodyBytes = 8 << 20;

/** Every member is read once, here: an accessor of the plugin's own runs before anything has been asked, and can change nothing later. */
function checkedRequest(sink, request) {
  const { method = "GET", path = "", query = "", headers = {}, body } = request;
  return plain({
    sink: checkedString(sink),
    method: checkedString(method),
    path: checkedString(path),
    query: checkedString(query),
    headers: checkedHeaders(headers),
    body: body === undefined ? new Bytes(0) : dataBytes(body, mostBodyBytes),
  });
}

function checkedHeaders(headers) {
  const names = keysOf(headers);
  const checked = plain([]);
  for (let index = 0; index < names.length; index++) {
    checked[index] = plain({ name: wellFormed(names[index]), value: checkedString(headers[names[index]]) });
  }

  return checked;
}

/** Hands the body over in parts, from `at`, and goes on with its name: 0 for none. */
function upload(body, at, name, done, failed) {
  const left = typedArrayLength(body) - at;
  if (left <= 0) {
    done(name);
    return;
  }

  const part = copied(plainView(new Bytes(typedArrayBuffer(body), at, left < mostPartBytes ? left : mostPartBytes)));
  askThen("net.upload", { upload: name, bytes: host.base64(part) }, (reply) => upload(body, at + mostPartBytes, reply.upload, done, failed), failed);
}

/** Reads on until the end, and then gives the whole. `last` is the part that came last, and leads to those before it. */
function drain(readPart, last, length, done, failed) {
  readPart((bytes) => {
    const count = typedArrayLength(bytes);
    if (count > 0) {
      drain(readPart, plain({ bytes, before: last, at: length }), length + count, done, failed);
      return;
    }

    const whole = new Bytes(length);
    for (let part = last; part !== null; part = part.before) setBytes(whole, part.bytes, part.at);
    done(whole);
  }, failed);
}

function responseOf(reply) {
  const headers = {};
  for (let index = 0; index < reply.headers.length; index++) put(headers, reply.headers[index].name, reply.headers[index].value);
  const { fetch, status } = reply;
  let over = false;
  const readPart = (done, failed) => {
    if (over) {
      done(new Bytes(0));
      return;
    }

    askThen("net.read", { fetch }, (part) => {
      const bytes = host.bytes(part.bytes);
      over = typedArrayLength(bytes) === 0;
      done(bytes);
    }, failed);
  };
  const whole = (make) => () => new OwnPromise((resolve, reject) => drain(readPart, null, 0, (bytes) => resolve(make(bytes)), reject));
  return {
    status,
    ok: status >= 200 && status < 300,
    headers,
    read: () => new OwnPromise(readPart),
    bytes: whole((bytes) => bytes),
    text: whole((bytes) => host.decode(bytes, false)),
    json: whole((bytes) => parse(host.decode(bytes, false))),
    close: () => new OwnPromise((resolve, reject) => {
      if (over) {
        resolve();
        return;
      }

      over = true;
      askThen("net.close", { fetch }, () => resolve(), reject);
    }),
  };
}

define(globalThis, "net", {
  fetch: (sink, request = {}) => new OwnPromise((resolve, reject) => {
    const asked = checkedRequest(sink, request);
    const { method, path, query, headers } = asked;
    const send = (name) => askThen(
      "net.fetch", { sink: asked.sink, method, path, query, headers, upload: name }, (reply) => resolve(responseOf(reply)), reject);
    upload(asked.body, 0, 0, send, reject);
  }),
});
