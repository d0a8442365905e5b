import { effect, signal, type ReadonlySignal } from "@preact/signals";
import type { PeerBus } from "./mesh";
import type { LocalTracks } from "./peer/roles";

/** What a person has on, as that person's own page says. */
export interface PeerState {
  readonly microphone: boolean;
  readonly camera: boolean;
  readonly screen: boolean;
  /** Id of the plugin that changes the camera picture, by that page's word. */
  readonly changedBy: string | null;
}

const maxIdLength = 100;

const utf8 = new TextEncoder();

/** Tells the others what is on here, and keeps what they told. Goes over the bus `state`, never over the host. */
export class PeerStates {
  readonly #bus: PeerBus;
  readonly #remote = signal<ReadonlyMap<string, PeerState>>(new Map());
  readonly #byeListeners = new Set<(from: string) => void>();
  readonly #stops: (() => void)[];

  constructor(bus: PeerBus, local: LocalTracks) {
    this.#bus = bus;
    const own = () => ({
      microphone: local.microphone.value !== null && !local.muted.value,
      camera: local.camera.value !== null,
      screen: local.screen.value !== null,
      changedBy: local.changedBy.value,
    });
    this.#stops = [
      bus.onMessage((from, data) => this.#received(from, data)),
      // Whoever comes within reach is told as well: reading `peers` makes this run again.
      effect(() => {
        const message = utf8.encode(JSON.stringify(own()));
        for (const id of bus.peers.value) bus.send(message, id);
      }),
    ];
  }

  get remote(): ReadonlySignal<ReadonlyMap<string, PeerState>> {
    return this.#remote;
  }

  sayBye(): void {
    this.#bus.send(utf8.encode('{"bye":true}'));
  }

  onBye(listener: (from: string) => void): () => void {
    this.#byeListeners.add(listener);
    return () => this.#byeListeners.delete(listener);
  }

  forget(id: string): void {
    const remote = new Map(this.#remote.peek());
    if (remote.delete(id)) this.#remote.value = remote;
  }

  stop(): void {
    for (const stop of this.#stops) stop();
  }

  #received(from: string, data: Uint8Array) {
    const message = parse(data);
    if (!message) return;
    if (message.bye === true) {
      for (const listener of this.#byeListeners) listener(from);
      return;
    }
    const { microphone, camera, screen, changedBy } = message;
    const state = {
      microphone: microphone === true,
      camera: camera === true,
      screen: screen === true,
      changedBy: typeof changedBy === "string" && changedBy.length <= maxIdLength ? changedBy : null,
    };
    this.#remote.value = new Map(this.#remote.peek()).set(from, state);
  }
}

function parse(data: Uint8Array): Record<string, unknown> | null {
  try {
    const value: unknown = data.length <= 1_024 ? JSON.parse(new TextDecoder().decode(data)) : null;
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
