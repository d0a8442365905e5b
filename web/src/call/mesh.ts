import { computed, effect, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import type { RoomConnection } from "../signaling/connection";
import type { IceServer, ParticipantView } from "../signaling/protocol";
import { SealedLine, type PageKey } from "../signaling/sealing";
import type { BusOptions } from "./peer/channels";
import { Peer } from "./peer/peer";
import type { LocalTracks } from "./peer/roles";
import { PeerStates, type PeerState } from "./peerStates";

export type { BusOptions } from "./peer/channels";
export type { PeerState } from "./peerStates";

/**
 * Messages of one label, straight between the people who opened it. Up to 64 KiB a message are safe between all browsers.
 * `chat`, `state`, `reactions`, `cards` and `plugin:<pluginId>:<channel>:<generation>` are the labels in use.
 */
export interface PeerBus {
  /** To everyone reachable, or to one. Whoever is not reachable misses it. */
  send(data: Uint8Array<ArrayBuffer>, to?: string): void;
  onMessage(listener: (from: string, data: Uint8Array<ArrayBuffer>) => void): () => void;
  /** Ids of the people who have the same label open and are connected now. */
  readonly peers: ReadonlySignal<readonly string[]>;
  close(): void;
}

/** What a person sends; a part that is off is null. */
export interface RemoteStreams {
  /** Microphone and camera in one stream, from the moment the connection is set up; see `remoteStates` for what is on. */
  readonly camera: MediaStream | null;
  /** Screen and its sound, only while shared. */
  readonly screen: MediaStream | null;
}

interface OpenBus {
  readonly options: BusOptions;
  readonly peers: Signal<readonly string[]>;
  readonly listeners: Set<(from: string, data: Uint8Array<ArrayBuffer>) => void>;
}

export interface MeshOptions {
  connection: RoomConnection;
  room: string;
  key: PageKey;
  self: string;
  iceServers: IceServer[];
  local: LocalTracks;
}

/** The full mesh: one connection to each other person, and the buses over them. */
export class Mesh {
  readonly #options: MeshOptions;
  readonly #peers = signal<ReadonlyMap<string, Peer>>(new Map());
  readonly #others = computed(() => this.#peers.value.size);
  readonly #buses = new Map<string, OpenBus>();
  readonly #states: PeerStates;
  readonly #stopRelayed: () => void;

  readonly remoteStreams: ReadonlySignal<ReadonlyMap<string, RemoteStreams>>;
  /** How each connection stands, by participant id. */
  readonly connectionStates = computed(
    () => new Map([...this.#peers.value].map(([id, peer]) => [id, peer.state.value] as const)),
  );

  constructor(options: MeshOptions) {
    this.#options = options;
    this.#states = new PeerStates(this.bus("state"), options.local);
    this.remoteStreams = computed(() => this.#streams());
    this.#stopRelayed = options.connection.on("relayed", ({ from, kind, sealed }) =>
      this.#peers.value.get(from)?.receive(kind, sealed),
    );
  }

  /** The connections themselves, for statistics and sound levels. */
  get peers(): ReadonlySignal<ReadonlyMap<string, Peer>> {
    return this.#peers;
  }

  /** What each other person has on, in their own words. */
  get remoteStates(): ReadonlySignal<ReadonlyMap<string, PeerState>> {
    return this.#states.remote;
  }

  /** Opens a label until it is closed; a label can be open once. */
  bus(label: string, options: BusOptions = {}): PeerBus {
    if (this.#buses.has(label)) throw new Error(`The bus "${label}" is open already; close it first.`);
    const bus: OpenBus = { options, peers: signal([]), listeners: new Set() };
    this.#buses.set(label, bus);
    for (const peer of this.#peers.peek().values()) peer.connection.peek()?.channels.open(label, options);
    return {
      send: (data, to) => this.#send(label, data, to === undefined ? bus.peers.peek() : [to]),
      onMessage: (listener) => {
        bus.listeners.add(listener);
        return () => bus.listeners.delete(listener);
      },
      peers: bus.peers,
      close: () => this.#closeBus(label, bus),
    };
  }

  /** `offers`: this page came later, and so speaks first. */
  add(view: ParticipantView, offers: boolean): void {
    if (view.id === this.#options.self || this.#peers.peek().has(view.id)) return;
    this.#peers.value = new Map(this.#peers.peek()).set(view.id, this.#peer(view, offers));
  }

  remove(id: string): void {
    const peers = new Map(this.#peers.peek());
    const peer = peers.get(id);
    if (!peer) return;
    peers.delete(id);
    peer.close();
    for (const bus of this.#buses.values()) without(bus.peers, id);
    this.#states.forget(id);
    this.#peers.value = peers;
  }

  /** That page was reloaded: it has another key and comes as a newcomer. */
  renew(view: ParticipantView): void {
    if (this.#peers.peek().get(view.id)?.view.publicKey === view.publicKey) return;
    this.remove(view.id);
    this.add(view, false);
  }

  /** Either end's socket is back. */
  resync(id: string): void {
    this.#peers.peek().get(id)?.resync();
  }

  /** Says goodbye over the data channels, so that this person's tile is gone before the host notices. */
  sayBye(): void {
    this.#states.sayBye();
  }

  onBye(listener: (from: string) => void): () => void {
    return this.#states.onBye(listener);
  }

  close(): void {
    this.#stopRelayed();
    this.#states.stop();
    for (const peer of this.#peers.peek().values()) peer.close();
    this.#peers.value = new Map();
  }

  #peer(view: ParticipantView, offers: boolean): Peer {
    const { connection, room, key, self, iceServers, local } = this.#options;
    return new Peer({
      self,
      view,
      offers,
      polite: self < view.id,
      iceServers: iceServers.map(toIceServer),
      local,
      others: this.#others,
      line: SealedLine.open(room, key, self, view),
      relay: (kind, sealed) => void connection.invoke("Relay", { to: view.id, kind, sealed }).catch(() => undefined),
      buses: () => [...this.#buses].map(([label, bus]) => [label, bus.options] as const),
      channels: {
        opened: (label) => this.#opened(label, view.id),
        closed: (label) => this.#buses.has(label) && without(this.#buses.get(label)!.peers, view.id),
        message: (label, data) => this.#buses.get(label)?.listeners.forEach((listener) => listener(view.id, data)),
      },
    });
  }

  #opened(label: string, id: string) {
    const bus = this.#buses.get(label);
    if (bus && !bus.peers.peek().includes(id)) bus.peers.value = [...bus.peers.peek(), id];
  }

  #send(label: string, data: Uint8Array<ArrayBuffer>, to: readonly string[]) {
    for (const id of to) this.#peers.peek().get(id)?.connection.peek()?.channels.send(label, data);
  }

  #closeBus(label: string, bus: OpenBus) {
    if (this.#buses.get(label) !== bus) return;
    this.#buses.delete(label);
    bus.peers.value = [];
    for (const peer of this.#peers.peek().values()) peer.connection.peek()?.channels.close(label);
  }

  #streams(): ReadonlyMap<string, RemoteStreams> {
    const states = this.#states.remote.value;
    return new Map(
      [...this.#peers.value].map(([id, peer]) => {
        const media = peer.media.value;
        return [id, { camera: media?.camera ?? null, screen: states.get(id)?.screen ? (media?.screen ?? null) : null }];
      }),
    );
  }
}

const without = (list: Signal<readonly string[]>, id: string) => {
  if (list.peek().includes(id)) list.value = list.peek().filter((each) => each !== id);
};

const toIceServer = ({ urls, username, credential }: IceServer): RTCIceServer => ({
  urls,
  ...(username !== null && { username }),
  ...(credential !== null && { credential }),
});

/** Runs while the value is there, once for each person that comes within reach of a bus. */
export function onPeer(bus: PeerBus, greet: (id: string) => void): () => void {
  let known: readonly string[] = [];
  return effect(() => {
    const peers = bus.peers.value;
    for (const id of peers) if (!known.includes(id)) greet(id);
    known = peers;
  });
}
