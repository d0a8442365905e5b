import { ByteReader, ByteWriter, MalformedMessage } from "./bytes";

/**
 * Messages larger than the transport takes travel as parts: byte 0x7F, varint transfer, varint index, varint count, bytes. Parts of
 * a transfer arrive in order; a new transfer from the same sender replaces one that was never finished.
 */
export const PART = 0x7f;
const HEADER = 16;

export function split(message: Uint8Array, limit: number, transfer: number): Uint8Array[] {
  if (message.length <= limit) return [message];
  const room = limit - HEADER;
  const count = Math.ceil(message.length / room);
  return Array.from({ length: count }, (_, index) =>
    new ByteWriter().byte(PART).varint(transfer).varint(index).varint(count).rest(message.subarray(index * room, (index + 1) * room)).done(),
  );
}

/** Puts one sender's parts together again. */
export class PartAssembler {
  #transfer = -1;
  #parts: Uint8Array[] = [];
  #bytes = 0;

  constructor(private readonly limit: number) {}

  /** The whole message, or null while parts are missing. Throws `MalformedMessage`. */
  take(message: Uint8Array): Uint8Array | null {
    if (message[0] !== PART) return message;
    const reader = new ByteReader(message.subarray(1));
    const [transfer, index, count] = [reader.varint(), reader.varint(), reader.varint()];
    const part = reader.rest();
    if (index === 0) this.#reset(transfer);
    if (transfer !== this.#transfer || index !== this.#parts.length || index >= count || part.length === 0) this.#fail("A part is out of order.");
    this.#bytes += part.length;
    if (this.#bytes > this.limit) this.#fail("The parts are larger than a message may be.");
    // Copied: the transport owns what it handed over.
    this.#parts.push(part.slice());
    return index === count - 1 ? this.#finish() : null;
  }

  #finish(): Uint8Array {
    const whole = this.#parts.reduce((writer, part) => writer.rest(part), new ByteWriter()).done();
    this.#reset(-1);
    return whole;
  }

  #reset(transfer: number): void {
    this.#transfer = transfer;
    this.#parts = [];
    this.#bytes = 0;
  }

  #fail(why: string): never {
    this.#reset(-1);
    throw new MalformedMessage(why);
  }
}
