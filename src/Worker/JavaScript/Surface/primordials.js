// What this code needs of the language, taken before a byte of the plugin has run. From here on nothing is looked up on an object that
// the plugin can reach: it may have replaced any method, and any property read of such an object may run its code.
const { apply, defineProperty } = Reflect;
const { parse, stringify } = JSON;
const OwnPromise = Promise;
const OwnDate = Date;
const OwnError = Error;
const OwnTypeError = TypeError;
const OwnRangeError = RangeError;
const OwnSyntaxError = SyntaxError;
const OwnMap = Map;
const Bytes = Uint8Array;

const unbound = (method) => (self, first, second) => apply(method, self, [first, second]);
const getter = (prototype, name) => unbound(Reflect.getOwnPropertyDescriptor(prototype, name).get);

const then = unbound(OwnPromise.prototype.then);
const mapGet = unbound(OwnMap.prototype.get);
const mapSet = unbound(OwnMap.prototype.set);
const mapDelete = unbound(OwnMap.prototype.delete);
const mapSize = getter(OwnMap.prototype, "size");
const slice = unbound(String.prototype.slice);
const includes = unbound(String.prototype.includes);
const wellFormed = unbound(String.prototype.toWellFormed);
const toText = String;
const isError = (value) => errorTag(value) === "[object Error]";
const errorTag = unbound(Object.prototype.toString);
const isView = ArrayBuffer.isView;
const typedArray = Reflect.getPrototypeOf(Bytes.prototype);
const typedArrayName = getter(typedArray, Symbol.toStringTag);
const typedArrayBuffer = getter(typedArray, "buffer");
const typedArrayOffset = getter(typedArray, "byteOffset");
const typedArrayLength = getter(typedArray, "byteLength");
const dataViewBuffer = getter(DataView.prototype, "buffer");
const dataViewOffset = getter(DataView.prototype, "byteOffset");
const dataViewLength = getter(DataView.prototype, "byteLength");
const bufferLength = getter(ArrayBuffer.prototype, "byteLength");
const setBytes = unbound(Bytes.prototype.set);

// Objects that are only ours have no prototype, so that no accessor that the plugin puts on Object.prototype can stand in for a member.
const { keys: keysOf, setPrototypeOf, preventExtensions } = Object;
const plain = (members) => setPrototypeOf(members, null);

/** Puts a property on an object as if it had been written in a literal: no setter runs. */
const define = (target, name, value) => defineProperty(target, name, { __proto__: null, value, writable: true, enumerable: false, configurable: true });

/** The same for a member that whoever gets the object sees among its own. */
const put = (target, name, value) => defineProperty(target, name, { __proto__: null, value, writable: true, enumerable: true, configurable: true });

/**
 * Runs one of the two, once, when `value` has settled, promise or not. Its `then` is the plugin's: it may throw, call back at once, twice
 * or never.
 */
function whenSettled(value, done, failed) {
  let isOpen = true;
  const once = (next) => (result) => {
    if (isOpen) {
      isOpen = false;
      next(result);
    }
  };
  let settles = false;
  try {
    const method = value.then;
    settles = typeof method === "function";
    if (settles) apply(method, value, [once(done), once(failed)]);
  } catch (thrown) {
    settles = true;
    once(failed)(thrown);
  }

  if (!settles) done();
}
