// Calls that wait for the host's answer, by the id that the host's end gave them.
const waiting = new OwnMap();

/** Asks the host. `members()` is written as JSON, so it gives text and numbers only; it throws for what is wrong. Resolves to `read(reply)`. */
function ask(call, members, read) {
  return answer(() => host.call(stringify(plain({ call, ...members?.() }))), read);
}

/** `begin` gives the id of the call; what it throws is the promise's rejection. */
function answer(begin, read) {
  return new OwnPromise((resolve, reject) => mapSet(waiting, begin(), plain({ resolve, reject, read })));
}

/** The same without a promise in between, whose `then` may be the plugin's: `resolve` gets the reply as it came. */
function askThen(call, members, resolve, reject) {
  mapSet(waiting, host.call(stringify(plain({ call, ...members }))), plain({ resolve, reject, read: (reply) => reply }));
}

function settle(id, json) {
  const call = mapGet(waiting, id);
  if (call === undefined) return;
  mapDelete(waiting, id);
  const reply = parse(json);
  if (reply.reply === "refused") {
    const { manifestLine } = reply;
    const message = manifestLine === null || includes(reply.message, manifestLine) ? reply.message : `${reply.message} Add to "capabilities" in plugin.json: ${manifestLine}`;
    call.reject(new CapabilityDeniedError(reply.capability, reply.code, message, manifestLine));
  } else if (reply.reply === "failed") {
    call.reject(new RoomCallError(reply.code, reply.message));
  } else {
    try {
      call.resolve(call.read === undefined ? undefined : call.read(reply));
    } catch (thrown) {
      call.reject(thrown);
    }
  }
}

/** What may be empty; what is too long is said by the host. */
function checkedString(value) {
  if (typeof value !== "string") throw new OwnTypeError("A text is expected here.");
  return wellFormed(value);
}

/** The text, or a thrown sentence that says what is wrong with it. The host checks it again, and takes no half of a character (a lone surrogate). */
function checkedText(value, most) {
  const checked = checkedString(value);
  if (checked.length === 0) throw new OwnTypeError("The text is empty.");
  if (checked.length > most) throw new OwnRangeError(`${checked.length} characters; at most ${most} can be sent at once.`);
  return checked;
}

/** The plugin's bytes in an array of ours, which it cannot resize or take away while it is read; or its text. */
function checkedData(value, most) {
  if (typeof value === "string") {
    if (value.length > most) throw new OwnRangeError(`${value.length} characters; at most ${most} bytes can be sent at once.`);
    return value;
  }

  const bytes = bytesOf(value);
  if (bytes.length > most) throw new OwnRangeError(`${bytes.length} bytes; at most ${most} can be sent at once.`);
  return copied(bytes);
}

/** The same as bytes: text as UTF-8. */
function dataBytes(value, most) {
  const data = checkedData(value, most);
  const bytes = typeof data === "string" ? host.encode(data) : data;
  if (typedArrayLength(bytes) > most) throw new OwnRangeError(`${typedArrayLength(bytes)} bytes; at most ${most} can be sent at once.`);
  return bytes;
}

function copied(bytes) {
  const copy = new Bytes(bytes.length);
  setBytes(copy, bytes);
  return copy;
}

function bytesOf(value) {
  if (!isView(value)) {
    try {
      bufferLength(value);
    } catch {
      throw new OwnTypeError("Text, a Uint8Array or an ArrayBuffer is expected here.");
    }

    return plainView(new Bytes(value));
  }

  return typedArrayName(value) === undefined
    ? plainView(new Bytes(dataViewBuffer(value), dataViewOffset(value), dataViewLength(value)))
    : plainView(new Bytes(typedArrayBuffer(value), typedArrayOffset(value), typedArrayLength(value)));
}

// The length is an accessor on a prototype that the plugin can change; as an own property it is not.
const plainView = (view) => define(view, "length", typedArrayLength(view)) && view;
