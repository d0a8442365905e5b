// The plugin's code runs in the same realm and can replace any built-in, so whatever the guards use is taken before it starts.

const { apply } = Reflect;

/** `uncurry(f)(self, ...rest)` is `f.call(self, ...rest)`, and looks nothing up when it is called. */
export const uncurry = <T, A extends unknown[], R>(method: (this: T, ...rest: A) => R): ((self: T, ...rest: A) => R) =>
  Function.prototype.call.bind(method) as (self: T, ...rest: A) => R;

export const { defineProperty, getOwnPropertyNames } = Object;
export const toLowerCase = uncurry(String.prototype.toLowerCase);
export const exec = uncurry(RegExp.prototype.exec);
export const text = String;
export const RefusedError = TypeError;
export { apply };

/** Takes a member away for good: on the object itself and, where it is inherited, by a value that hides it. */
export function remove(owner: object | undefined | null, name: string): void {
  if (!owner || !(name in owner)) return;
  // Some are not configurable in some browser; the shadowing value below does not apply there either.
  try {
    delete (owner as Record<string, unknown>)[name];
    defineProperty(owner, name, { value: undefined, writable: false, configurable: false, enumerable: false });
  } catch {
    // Stays as it is; the response headers still stand behind it.
  }
}

/** Puts a guard in place of a method, where nothing can take it off again. */
export function replace(owner: object, name: string, value: unknown): void {
  defineProperty(owner, name, { value, writable: false, configurable: false, enumerable: true });
}
