import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { ParticipantView } from "../../signaling/protocol";
import type { SealedLine } from "../../signaling/sealing";
import { PeerConnection, type PeerConnectionOptions } from "./peerConnection";
import type { BusOptions } from "./channels";
import type { RemoteMedia } from "./roles";

type Kind = "description" | "candidate";

export interface PeerOptions extends Omit<PeerConnectionOptions, "send"> {
  self: string;
  view: ParticipantView;
  line: Promise<SealedLine>;
  /** Hands a sealed message to the host. What is lost on the way is said again by `resync`. */
  relay: (kind: Kind, sealed: string) => void;
  buses: () => Iterable<readonly [string, BusOptions]>;
}

interface Envelope {
  generation: number;
  message: RTCSessionDescriptionInit | RTCIceCandidateInit | { type: "again" };
}

// How long to wait for the newcomer's offer, or for a broken connection to heal, before building afresh. Doubled each time: on a
// machine that is too slow, building more often would only make it slower.
const offerPatience = 6_000;
const brokenPatience = 20_000;
const maxPatience = 120_000;

/** One other person in the call: the sealed line to them and the connection that is built over it. */
export class Peer {
  readonly view: ParticipantView;
  readonly #options: PeerOptions;
  readonly #current = signal<PeerConnection | null>(null);
  readonly media = computed<RemoteMedia | null>(() => this.#current.value?.media.value ?? null);
  readonly state = computed<RTCPeerConnectionState>(() => this.#current.value?.state.value ?? "new");
  #generation = 0;
  #outbox: Promise<unknown> = Promise.resolve();
  #inbox: Promise<unknown> = Promise.resolve();
  #watch: ReturnType<typeof setInterval> | undefined;
  #builtAt = performance.now();
  #unhealthySince = performance.now();
  #heard = false;
  #patience = 1;

  constructor(options: PeerOptions) {
    this.#options = options;
    this.view = options.view;
    this.#build();
    this.#watch = setInterval(() => this.#checkHealth(), 2_000);
  }

  get connection(): ReadonlySignal<PeerConnection | null> {
    return this.#current;
  }

  /** Takes what the host relayed from this person, in order. */
  receive(kind: string, sealed: string): void {
    if (kind !== "description" && kind !== "candidate") return;
    this.#inbox = this.#inbox.then(() => this.#open(kind, sealed)).catch(() => undefined);
  }

  /** Either socket was away; says again what may have been lost. */
  resync(): void {
    this.#current.value?.negotiation.repeat(this.state.value !== "connected");
  }

  close(): void {
    clearInterval(this.#watch);
    this.#current.value?.close();
    this.#current.value = null;
  }

  #build() {
    this.#current.value?.close();
    const generation = this.#generation;
    const send = (kind: Kind, message: object) => this.#send(kind, { generation, message } as Envelope);
    const connection = new PeerConnection({ ...this.#options, send });
    for (const [label, options] of this.#options.buses()) connection.channels.open(label, options);
    this.#current.value = connection;
    this.#heard = false;
    this.#builtAt = this.#unhealthySince = performance.now();
  }

  #send(kind: Kind, envelope: Envelope) {
    const sealed = this.#options.line.then((line) => line.seal(kind, JSON.stringify(envelope)));
    // Sealing runs in parallel, sending in order.
    this.#outbox = this.#outbox.then(async () => this.#options.relay(kind, await sealed)).catch(() => undefined);
  }

  async #open(kind: Kind, sealed: string) {
    const line = await this.#options.line;
    const { generation, message } = JSON.parse(await line.unseal(kind, sealed)) as Envelope;
    if ("type" in message && message.type === "again") {
      this.#again();
      return;
    }
    if (generation > this.#generation && !this.#options.offers) {
      this.#generation = generation;
      this.#build();
    }
    if (generation !== this.#generation) return;
    this.#heard = true;
    const negotiation = this.#current.value?.negotiation;
    if (kind === "description") await negotiation?.receiveDescription(message as RTCSessionDescriptionInit);
    else await negotiation?.receiveCandidate(message as RTCIceCandidateInit);
  }

  /** The other end has no offer of ours or cannot use what came of it. */
  #again() {
    if (!this.#options.offers) return;
    if (this.#current.value?.connection.signalingState === "have-local-offer") this.resync();
    // Right after building, the two have only crossed on the way.
    else if (performance.now() - this.#builtAt > offerPatience) this.#rebuild();
  }

  #rebuild() {
    this.#generation++;
    this.#build();
  }

  #checkHealth() {
    const now = performance.now();
    if (this.state.value === "connected") {
      this.#unhealthySince = now;
      this.#patience = 1;
    }
    const patience = Math.min(maxPatience, (this.#heard ? brokenPatience : offerPatience) * this.#patience);
    if (now - this.#unhealthySince < patience) return;
    this.#patience *= 2;
    this.#unhealthySince = now;
    if (!this.#options.offers) this.#send("description", { generation: this.#generation, message: { type: "again" } });
    else if (!this.#heard) this.resync();
    else this.#rebuild();
  }
}
