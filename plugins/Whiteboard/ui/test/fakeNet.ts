import { ByteReader, ByteWriter } from "../src/sync/bytes";
import { PartAssembler, split } from "../src/sync/parts";

/** A room's `board` channel; people can be cut off from each other. */
export class FakeNet {
  readonly #members = new Map<string, Member>();
  readonly #cut = new Set<string>();
  /** People whom the plugin may not know: reachable, but in nobody's list. */
  readonly #unnamed = new Set<string>();
  sent: { readonly from: string; readonly bytes: number }[] = [];

  join(id: string): PluginRoomChannel {
    const member: Member = { messages: () => undefined, peers: () => undefined };
    this.#members.set(id, member);
    queueMicrotask(() => this.#announce());
    return {
      send: (data, to) => this.#send(id, data, to),
      onMessage: (listener) => (member.messages = listener),
      onPeers: (listener) => (member.peers = listener),
      onProblem: () => undefined,
    };
  }

  /** Somebody who allows the plugin nothing and looks on. */
  lookOn(id: string): PluginRoomChannel {
    this.#unnamed.add(id);
    return { ...this.join(id), send: () => undefined };
  }

  leave(id: string): void {
    this.#members.delete(id);
    this.#announce();
  }

  cut(a: string, b: string, apart: boolean): void {
    for (const pair of [`${a} ${b}`, `${b} ${a}`]) apart ? this.#cut.add(pair) : this.#cut.delete(pair);
    this.#announce();
  }

  /** Straight into somebody's ear, whatever it is. */
  inject(from: string, to: string, data: Uint8Array): void {
    this.#members.get(to)?.messages(from, data);
  }

  #send(from: string, data: Uint8Array, to?: string): void {
    this.sent.push({ from, bytes: data.length });
    for (const id of this.#reachable(from)) {
      if (to === undefined || to === id) queueMicrotask(() => this.#members.get(id)?.messages(from, data.slice()));
    }
  }

  #announce(): void {
    for (const [id, member] of this.#members) member.peers(this.#reachable(id).filter((other) => !this.#unnamed.has(other)));
  }

  #reachable(id: string): string[] {
    return [...this.#members.keys()].filter((other) => other !== id && !this.#cut.has(`${id} ${other}`));
  }
}

interface Member {
  messages: (from: string, data: Uint8Array) => void;
  peers: (ids: readonly string[]) => void;
}

/** The server side as a frame sees it. */
export class FakeBoardServer {
  updates: Uint8Array[] = [];
  snapshots: { readonly through: number; readonly update: Uint8Array }[] = [];
  refuse: { readonly code: string; times: number } | null = null;
  readonly #listeners: ((data: Uint8Array) => void)[] = [];
  readonly #states: ((state: "running" | "restarting" | "failed") => void)[] = [];

  open(): PluginRoomUi["server"] {
    const assembler = new PartAssembler(16 << 20);
    let own: (data: Uint8Array) => void = () => undefined;
    return {
      send: (data) => {
        if (this.refuse && this.refuse.times-- > 0) return Promise.reject(Object.assign(new Error("Refused."), { code: this.refuse.code }));
        const whole = assembler.take(data);
        if (whole) queueMicrotask(() => this.#take(whole, own));
        return Promise.resolve();
      },
      onMessage: (listener) => {
        own = listener;
        this.#listeners.push(listener);
      },
      onState: (listener) => this.#states.push(listener),
    };
  }

  restart(): void {
    this.updates = [];
    this.#states.forEach((listener) => (listener("restarting"), listener("running")));
  }

  askForSnapshot(frame: number): void {
    this.#say(this.#listeners[frame]!, 0x42, this.updates.length, this.updates);
  }

  send(frame: number, data: Uint8Array): void {
    this.#listeners[frame]!(data);
  }

  #take(message: Uint8Array, answer: (data: Uint8Array) => void): void {
    const reader = new ByteReader(message);
    const type = reader.byte();
    if (type === 1) this.#say(answer, 0x41, this.updates.length, this.updates);
    if (type === 2) this.updates.push(reader.rest());
    if (type === 3) this.snapshots.push({ through: reader.varint(), update: reader.rest() });
  }

  #say(to: (data: Uint8Array) => void, type: number, through: number, updates: readonly Uint8Array[]): void {
    const writer = new ByteWriter().byte(type).varint(through);
    updates.forEach((update) => writer.sized(update));
    split(writer.done(), 4_000, 1).forEach((part) => to(part));
  }
}
