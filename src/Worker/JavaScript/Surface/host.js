// The one native function, by the number of what is asked. ScriptBridge.cs has the other end.
const host = plain({
  call: (json) => native(0, json),
  show: (to, data) => native(1, to, data),
  log: (level, text) => native(2, level, text),
  fault: (during, message, stack) => native(3, during, message, stack),
  done: (run) => native(4, run),
  schedule: (id, milliseconds) => native(5, id, milliseconds),
  cancel: (id) => native(6, id),
  require: (capability) => native(7, capability),
  encode: (text) => native(8, text),
  decode: (bytes, strict) => native(9, bytes, strict),
  random: (length) => native(10, length),
  readable: (stack) => native(11, stack),
  base64: (bytes) => native(12, bytes),
  bytes: (base64) => native(13, base64),
});

const longest = 4000;

/** A thrown value in words, whatever it is: a plugin can throw anything, with any getter on it. */
function report(during, thrown) {
  let message = "something that cannot be described";
  let stack = "";
  try {
    if (isError(thrown)) {
      message = `${text(thrown.name, "Error")}: ${text(thrown.message, "")}`;
      stack = text(thrown.stack, "") || place(thrown);
    } else {
      message = inspect(thrown);
    }
  } catch {
    // Its own accessors threw. That it was thrown is told all the same.
  }

  host.fault(during, slice(message, 0, longest), slice(stack, 0, longest));
}

/** A script that does not parse has no stack, but a place. */
const place = (thrown) => (typeof thrown.line === "number" ? `@${text(thrown.sourceURL, "")}:${thrown.line}:${text(thrown.column, thrown.column ?? 0)}` : "");

const text = (value, otherwise) => (typeof value === "string" ? value : otherwise);

/** For a log: text as it is, errors with their stack, the rest as JSON where it has one. */
function inspect(value) {
  if (typeof value === "string") return value;
  if (typeof value === "bigint") return `${toText(value)}n`;
  if (typeof value === "symbol" || typeof value === "function") return typeof value === "symbol" ? toText(value) : "function";
  if (isError(value)) return `${text(value.name, "Error")}: ${text(value.message, "")}\n${host.readable(slice(text(value.stack, ""), 0, longest))}`;
  if (typeof value !== "object" || value === null) return toText(value);
  return text(stringify(value), errorTag(value));
}
