import { effect, signal, type ReadonlySignal } from "@preact/signals";
import { Channels, type ChannelsListener } from "./channels";
import { applyEncoding } from "./encoding";
import { Negotiation } from "./negotiation";
import { kindOf, remoteMedia, roles, type LocalTracks, type RemoteMedia } from "./roles";

export interface PeerConnectionOptions {
  /** The newcomer offers first; the other end waits for that offer. */
  offers: boolean;
  polite: boolean;
  iceServers: RTCIceServer[];
  local: LocalTracks;
  /** How many others are in the call; bitrates follow it. */
  others: ReadonlySignal<number>;
  send: (kind: "description" | "candidate", message: object) => void;
  channels: ChannelsListener;
}

// A path that breaks often heals by itself within seconds; only then is a new one looked for.
const disconnectedPatience = 4_000;
const failedPatience = 6_000;

/** One RTCPeerConnection with its four transceivers, its data channels and its recovery. */
export class PeerConnection {
  readonly connection: RTCPeerConnection;
  readonly channels: Channels;
  readonly negotiation: Negotiation;
  readonly #options: PeerConnectionOptions;
  readonly #media = signal<RemoteMedia | null>(null);
  readonly #state = signal<RTCPeerConnectionState>("new");
  #stopFollowing: (() => void) | null = null;
  #recovery: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PeerConnectionOptions) {
    this.#options = options;
    this.connection = new RTCPeerConnection({ iceServers: options.iceServers, bundlePolicy: "max-bundle" });
    this.negotiation = new Negotiation(this.connection, {
      waits: !options.offers,
      polite: options.polite,
      send: options.send,
      beforeAnswer: () => this.#attachToOffer(),
    });
    this.channels = new Channels(this.connection, options.offers, options.channels);
    this.connection.onconnectionstatechange = () => this.#stateChanged();
    if (options.offers) this.#prepare();
  }

  get media(): ReadonlySignal<RemoteMedia | null> {
    return this.#media;
  }

  get state(): ReadonlySignal<RTCPeerConnectionState> {
    return this.#state;
  }

  close(): void {
    clearTimeout(this.#recovery);
    this.#stopFollowing?.();
    this.connection.onnegotiationneeded = null;
    this.connection.close();
  }

  #prepare() {
    for (const role of roles) this.connection.addTransceiver(kindOf(role), { direction: "sendrecv" });
    this.#follow();
  }

  #attachToOffer() {
    if (this.#stopFollowing) return;
    for (const transceiver of this.connection.getTransceivers()) transceiver.direction = "sendrecv";
    this.#follow();
  }

  /** From here on the senders carry whatever this person's devices give. */
  #follow() {
    const { local, others } = this.#options;
    const transceivers = this.connection.getTransceivers();
    const stops = roles.flatMap((role, index) => {
      const sender = transceivers[index]?.sender;
      if (!sender) return [];
      return [
        effect(() => void sender.replaceTrack(local[role].value).catch(() => undefined)),
        effect(() => {
          if (local[role].value && this.#state.value === "connected") void applyEncoding(sender, role, others.value);
        }),
      ];
    });
    this.#stopFollowing = () => stops.forEach((stop) => stop());
    this.#media.value = remoteMedia(transceivers);
  }

  #stateChanged() {
    const state = this.connection.connectionState;
    this.#state.value = state;
    clearTimeout(this.#recovery);
    if (state === "failed") this.#recover(this.#options.offers ? 0 : 1_500);
    if (state === "disconnected") this.#recover(disconnectedPatience);
  }

  #recover(after: number, next = failedPatience) {
    this.#recovery = setTimeout(() => {
      this.negotiation.repeat(true);
      this.#recover(next, next * 2);
    }, after);
  }
}
