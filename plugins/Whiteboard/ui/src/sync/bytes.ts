/** Unsigned LEB128 (at most 2^53 - 1) and length-prefixed bytes. */
export class ByteWriter {
  readonly #parts: Uint8Array[] = [];

  byte(value: number): this {
    this.#parts.push(Uint8Array.of(value));
    return this;
  }

  varint(value: number): this {
    const bytes: number[] = [];
    for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
    bytes.push(value);
    this.#parts.push(Uint8Array.from(bytes));
    return this;
  }

  /** Bytes without their length: the rest of the message. */
  rest(bytes: Uint8Array): this {
    this.#parts.push(bytes);
    return this;
  }

  sized(bytes: Uint8Array): this {
    return this.varint(bytes.length).rest(bytes);
  }

  done(): Uint8Array {
    const all = new Uint8Array(this.#parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of this.#parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }
}

export class MalformedMessage extends Error {}

export class ByteReader {
  #at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  get ended(): boolean {
    return this.#at >= this.bytes.length;
  }

  byte(): number {
    const value = this.bytes[this.#at++];
    if (value === undefined) throw new MalformedMessage("The message ends early.");
    return value;
  }

  varint(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      value += (byte % 128) * scale;
      if (value > Number.MAX_SAFE_INTEGER) throw new MalformedMessage("A number is too large.");
      if (byte < 128) return value;
    }
  }

  rest(): Uint8Array {
    const rest = this.bytes.subarray(this.#at);
    this.#at = this.bytes.length;
    return rest;
  }

  sized(): Uint8Array {
    const length = this.varint();
    if (length > this.bytes.length - this.#at) throw new MalformedMessage("A length points past the end.");
    this.#at += length;
    return this.bytes.subarray(this.#at - length, this.#at);
  }
}
