import { split, PartAssembler } from "../src/sync/parts";
import { ByteReader, ByteWriter } from "../src/sync/bytes";

const MAX_MESSAGE = 240 * 1024;
const COMPACT_AT = 500;

/** The plugin's server side as far as a frame can tell, in the page. */
export class FakeServer {
  readonly #bus = new BroadcastChannel("whiteboard-dev-server");
  readonly #assemblers = new Map<string, PartAssembler>();
  #log: { readonly seq: number; readonly update: Uint8Array }[] = [];
  #seq = 0;
  #asked = false;

  constructor() {
    this.#bus.onmessage = ({ data }: MessageEvent<{ from: string; bytes: Uint8Array }>) => data.from && this.#take(data.from, data.bytes);
  }

  #take(from: string, bytes: Uint8Array): void {
    const assembler = this.#assemblers.get(from) ?? new PartAssembler(12 << 20);
    this.#assemblers.set(from, assembler);
    const whole = assembler.take(bytes);
    if (!whole) return;
    const reader = new ByteReader(whole);
    const type = reader.byte();
    if (type === 1) this.#answer(from, 0x41);
    if (type === 2) this.#keep(from, reader.rest().slice());
    if (type === 3) this.#replace(reader.varint(), reader.rest().slice());
  }

  #keep(from: string, update: Uint8Array): void {
    this.#log.push({ seq: ++this.#seq, update });
    if (this.#log.length <= COMPACT_AT || this.#asked) return;
    this.#asked = true;
    this.#answer(from, 0x42);
  }

  #replace(through: number, update: Uint8Array): void {
    this.#asked = false;
    this.#log = [{ seq: through, update }, ...this.#log.filter((entry) => entry.seq > through)];
  }

  #answer(to: string, type: number): void {
    const writer = new ByteWriter().byte(type).varint(this.#seq);
    for (const { update } of this.#log) writer.sized(update);
    split(writer.done(), MAX_MESSAGE, this.#seq + 1).forEach((bytes) => this.#bus.postMessage({ to, bytes }));
  }
}
