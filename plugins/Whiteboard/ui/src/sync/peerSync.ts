import * as Y from "yjs";
import { applyForeign } from "../document/updates";
import type { Board } from "../document/board";
import { Pacer } from "./pacer";
import { PartAssembler, split } from "./parts";
import { readPeer, writePeer, type PeerMessage } from "./peerWire";

/** The manifest's limits for the channel `board`, with room to spare. */
const MAX_MESSAGE = 60_000;
const PER_SECOND = 110;
const MAX_TRANSFER = 12 << 20;
const SILENCE_MS = 1_500;
const ASK_AGAIN_MS = 1_000;

/** Edits from frame to frame: one's own once per animation frame, and whatever either side lacks when two frames meet. */
export class PeerSync {
  /** Somebody left who may not have given the server all of theirs. */
  onGone: () => void = () => undefined;
  readonly #pacer = new Pacer(PER_SECOND, 40);
  readonly #assemblers = new Map<string, PartAssembler>();
  readonly #asked = new Map<string, number>();
  readonly #heard = new Set<string>();
  #peers: readonly string[] = [];
  #own: Uint8Array[] = [];
  #transfer = 0;
  #framePending = false;
  #showingAll = false;

  constructor(
    private readonly board: Board,
    private readonly channel: PluginRoomChannel,
    private readonly me: () => string,
    private readonly onBroken: (from: string) => void,
    private readonly frame: (run: () => void) => void,
  ) {
    board.doc.on("update", (update: Uint8Array, origin: unknown) => this.#changed(update, origin));
    channel.onMessage((from, data) => this.#take(from, data));
    channel.onPeers((ids) => this.#meet(ids));
    // What was dropped is not sent again as it was: the others notice by the question that they lack something.
    channel.onProblem((problem) => problem.code === "message.rate" && setTimeout(() => this.askAll(), ASK_AGAIN_MS));
  }

  get peers(): readonly string[] {
    return this.#peers;
  }

  /** Asks everybody for what this document lacks; they ask back for what they lack. */
  askAll(): void {
    for (const peer of this.#peers) this.#ask(peer);
  }

  #changed(update: Uint8Array, origin: unknown): void {
    if (!this.board.isOwn(origin)) return;
    this.#own.push(update);
    if (this.#framePending) return;
    this.#framePending = true;
    this.frame(() => this.#flush());
  }

  #flush(): void {
    this.#framePending = false;
    const update = Y.mergeUpdates(this.#own);
    this.#own = [];
    // Also when nobody is known: there may be people who look on without letting anyone know that they are here.
    this.#send({ type: "update", bytes: update });
  }

  #meet(ids: readonly string[]): void {
    const known = new Set(this.#peers);
    this.#peers = ids.filter((id) => id !== this.me());
    const gone = [...known].filter((id) => !this.#peers.includes(id));
    const come = this.#peers.filter((id) => !known.has(id));
    for (const id of gone) this.#forget(id);
    if (gone.length > 0) this.onGone();
    for (const peer of come) {
      this.#ask(peer);
      setTimeout(() => this.#bringSilent(peer), SILENCE_MS);
    }
    if (gone.length === 0 && come.length === 0) this.#showAllSoon();
  }

  /**
   * The list was told again without a change: somebody may have come whom this plugin may not know, who cannot ask and cannot be
   * addressed. One of the frames that can send gives everything to everyone.
   */
  #showAllSoon(): void {
    if (this.#showingAll || this.board.scene.count === 0) return;
    this.#showingAll = true;
    setTimeout(() => {
      this.#showingAll = false;
      const me = this.me();
      const first = this.#peers.filter((id) => this.#heard.has(id)).every((id) => me < id);
      if (first) this.#send({ type: "update", bytes: Y.encodeStateAsUpdate(this.board.doc) });
    }, SILENCE_MS);
  }

  /** Somebody who may look but not send cannot ask, so they are given everything. */
  #bringSilent(peer: string): void {
    if (this.#peers.includes(peer) && !this.#heard.has(peer)) this.#send({ type: "update", bytes: Y.encodeStateAsUpdate(this.board.doc) }, peer);
  }

  #forget(peer: string): void {
    this.#assemblers.delete(peer);
    this.#heard.delete(peer);
    this.#asked.delete(peer);
  }

  #ask(peer: string): void {
    this.#asked.set(peer, performance.now());
    this.#send({ type: "have", bytes: Y.encodeStateVector(this.board.doc) }, peer);
  }

  #take(from: string, data: Uint8Array): void {
    this.#heard.add(from);
    try {
      const whole = this.#assembler(from).take(data);
      if (whole) this.#handle(from, readPeer(whole));
    } catch {
      this.onBroken(from);
    }
  }

  #handle(from: string, message: PeerMessage): void {
    if (message.type === "have") this.#answer(from, message.bytes);
    else this.#apply(from, message.bytes);
  }

  #answer(from: string, stateVector: Uint8Array): void {
    const theirs = Y.decodeStateVector(stateVector);
    this.#send({ type: "update", bytes: Y.encodeStateAsUpdate(this.board.doc, stateVector) }, from);
    const ours = Y.decodeStateVector(Y.encodeStateVector(this.board.doc));
    if ([...theirs].some(([client, clock]) => clock > (ours.get(client) ?? 0))) this.#askSometimes(from);
  }

  #apply(from: string, update: Uint8Array): void {
    const applied = applyForeign(this.board.doc, update, from);
    if (applied === "broken") this.onBroken(from);
    if (applied === "waiting") this.#askSometimes(from);
  }

  #askSometimes(peer: string): void {
    if (performance.now() - (this.#asked.get(peer) ?? -ASK_AGAIN_MS) >= ASK_AGAIN_MS) this.#ask(peer);
  }

  #assembler(from: string): PartAssembler {
    const known = this.#assemblers.get(from) ?? new PartAssembler(MAX_TRANSFER);
    this.#assemblers.set(from, known);
    return known;
  }

  #send(message: PeerMessage, to?: string): void {
    for (const part of split(writePeer(message), MAX_MESSAGE, ++this.#transfer)) this.#pacer.run(() => this.channel.send(part, to));
  }
}
