// What a script has of the world beside its room: a log, timers, text and randomness. There is no network, file, or other input or output.

/** Lines for the operator's log, up to 4,000 characters each and about 50 a second; more is dropped. Write no personal data. */
declare const console: {
  debug(...values: unknown[]): void;
  log(...values: unknown[]): void;
  info(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  error(...values: unknown[]): void;
  trace(...values: unknown[]): void;
  assert(condition: unknown, ...values: unknown[]): void;
};

/** Runs the handler once after so many milliseconds, 1 at least. At most 10,000 timers at once. */
declare function setTimeout<Values extends unknown[]>(handler: (...values: Values) => unknown, milliseconds?: number, ...values: Values): number;
/** Runs the handler every so many milliseconds, 4 at least. */
declare function setInterval<Values extends unknown[]>(handler: (...values: Values) => unknown, milliseconds?: number, ...values: Values): number;
declare function clearTimeout(id: number | undefined): void;
declare function clearInterval(id: number | undefined): void;
declare function queueMicrotask(handler: () => unknown): void;

declare class TextEncoder {
  readonly encoding: "utf-8";
  encode(text?: string): Uint8Array;
}

declare class TextDecoder {
  constructor(label?: "utf-8" | "utf8" | "UTF-8", options?: { fatal?: boolean });
  readonly encoding: "utf-8";
  readonly fatal: boolean;
  /** Throws a `TypeError` for bytes that are not UTF-8 when `fatal`. */
  decode(bytes?: ArrayBuffer | ArrayBufferView): string;
}

declare const crypto: {
  /** Fills and returns the array. At most 65,536 bytes. */
  getRandomValues<View extends ArrayBufferView>(array: View): View;
  randomUUID(): string;
};
