import type { Point } from "../geometry/box";
import { readCursor, writeCursor, type CursorMessage } from "./peerWire";

const SEND_MS = 33;
const FADES_AFTER_MS = 15_000;

export interface RemoteCursor {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** Where the others point, and telling them where this person points. Lost messages do not matter: the next one is newer. */
export class Cursors {
  readonly #seen = new Map<string, RemoteCursor & { readonly at: number }>();
  #listener: () => void = () => undefined;
  #mine: Point | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #sentAt = -Infinity;

  constructor(private readonly channel: PluginRoomChannel) {
    channel.onMessage((from, data) => this.#take(from, data));
    channel.onPeers((ids) => this.#keepOnly(new Set(ids)));
    setInterval(() => this.#fade(), 5_000);
  }

  get all(): readonly RemoteCursor[] {
    return [...this.#seen.values()];
  }

  onChange(listener: () => void): void {
    this.#listener = listener;
  }

  point(at: Point | null): void {
    this.#mine = at;
    if (this.#timer === null) this.#timer = setTimeout(() => this.#send(), Math.max(0, SEND_MS - (performance.now() - this.#sentAt)));
  }

  #send(): void {
    this.#timer = null;
    this.#sentAt = performance.now();
    this.channel.send(writeCursor(this.#mine ? { type: "at", ...this.#mine } : { type: "gone" }));
  }

  #take(from: string, data: Uint8Array): void {
    let message: CursorMessage;
    try {
      message = readCursor(data);
    } catch {
      return;
    }
    if (message.type === "gone") this.#seen.delete(from);
    else this.#seen.set(from, { id: from, x: message.x, y: message.y, at: performance.now() });
    this.#listener();
  }

  #keepOnly(ids: ReadonlySet<string>): void {
    for (const id of this.#seen.keys()) if (!ids.has(id)) this.#seen.delete(id);
    this.#listener();
  }

  #fade(): void {
    for (const [id, cursor] of this.#seen) if (performance.now() - cursor.at > FADES_AFTER_MS) this.#seen.delete(id);
    this.#listener();
  }
}
