import * as Y from "yjs";
import type { Board } from "../document/board";
import { Observable } from "../observable";
import { applyForeign } from "../document/updates";
import { PartAssembler, split } from "./parts";
import { readFromServer, TOO_OFTEN, writeToServer, type FromServer, type ToServer } from "./serverWire";

const MAX_MESSAGE = 240 * 1024;
const MAX_TRANSFER = 12 << 20;
const BATCH_MS = 250;
const BATCH_BYTES = 32 * 1024;
const RETRY_MS = 1_000;
const TURN_MS = 1_500;
const MEASURE_MS = 500;
/** At this size drawing stops (erasing does not), a little before the server refuses. */
export const FULL_AT = 7.5 * 1024 * 1024;

/** Edits that this person made go to the server side, which keeps the document for whoever comes later. */
export class ServerSync {
  /** Whether the document has come. */
  readonly loaded = new Observable(false);
  readonly full = new Observable(false);
  readonly #assembler = new PartAssembler(MAX_TRANSFER);
  #own: Uint8Array[] = [];
  #ownBytes = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #sending: Promise<void> = Promise.resolve();
  #transfer = 0;
  #size = 0;
  #measuring: ReturnType<typeof setTimeout> | null = null;
  #lost = false;
  #asked = false;

  constructor(
    private readonly board: Board,
    private readonly server: PluginRoomUi["server"],
    private readonly turn: () => number,
    private readonly onBroken: () => void,
  ) {
    board.doc.on("update", (update: Uint8Array, origin: unknown) => this.#changed(update, origin));
    server.onMessage((data) => this.#take(data));
    // A restarted server side starts empty: those in the room give back what they have, one after another.
    server.onState((state) => this.#serverIs(state));
  }

  /** Asks for the document; what it turns out not to have is sent to it. */
  hello(): void {
    this.#asked = true;
    this.#enqueue({ type: "hello" });
  }

  #serverIs(state: "running" | "restarting" | "failed"): void {
    const unanswered = this.#asked && !this.loaded.value;
    if (state === "running" && (this.#lost || unanswered)) setTimeout(() => this.hello(), this.turn() * TURN_MS);
    this.#lost = state !== "running";
  }

  #changed(update: Uint8Array, origin: unknown): void {
    // Only a guess grows here; before drawing stops the document is measured.
    this.#size += update.length;
    if (this.#size > FULL_AT) this.#measuring ??= setTimeout(() => this.#measure(), MEASURE_MS);
    if (this.board.isOwn(origin)) this.#keep(update);
  }

  #keep(update: Uint8Array): void {
    this.#own.push(update);
    this.#ownBytes += update.length;
    if (this.#ownBytes >= BATCH_BYTES) this.#flush();
    else this.#timer ??= setTimeout(() => this.#flush(), BATCH_MS);
  }

  #flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#own.length === 0) return;
    const update = Y.mergeUpdates(this.#own);
    this.#own = [];
    this.#ownBytes = 0;
    this.#enqueue({ type: "update", update });
  }

  #enqueue(message: ToServer): void {
    const parts = split(writeToServer(message), MAX_MESSAGE, ++this.#transfer);
    this.#sending = this.#sending.then(() => this.#deliver(parts));
  }

  async #deliver(parts: readonly Uint8Array[]): Promise<void> {
    for (const part of parts) {
      if (!(await this.#deliverOne(part))) return;
    }
  }

  /** A rate limit passes by waiting; a refusal does not, and whoever may draw again says hello again, which makes up for it. */
  async #deliverOne(part: Uint8Array): Promise<boolean> {
    for (let attempt = 0; attempt < 5; attempt++) {
      try {
        await this.server.send(part);
        return true;
      } catch (error) {
        if ((error as PluginRoomError).code !== "message.rate") return false;
        await new Promise((resume) => setTimeout(resume, RETRY_MS * (attempt + 1)));
      }
    }
    return false;
  }

  #take(data: Uint8Array): void {
    try {
      const whole = this.#assembler.take(data);
      if (whole) this.#handle(readFromServer(whole));
    } catch {
      this.onBroken();
    }
  }

  #handle(message: FromServer): void {
    switch (message.type) {
      case "document":
        this.#load(message.updates);
        break;
      case "compact":
        this.#applyAll(message.updates);
        this.#enqueue({ type: "snapshot", through: message.through, update: this.#measure() });
        break;
      case "full":
        this.full.value = true;
        break;
      case "refused":
        if (message.reason === TOO_OFTEN) setTimeout(() => this.hello(), RETRY_MS * 2);
        else this.onBroken();
    }
  }

  #load(updates: readonly Uint8Array[]): void {
    this.#applyAll(updates);
    this.loaded.value = true;
    const missing = this.#missingFrom(updates);
    if (missing) this.#enqueue({ type: "update", update: missing });
    this.#measure();
  }

  #applyAll(updates: readonly Uint8Array[]): void {
    for (const update of updates) {
      if (applyForeign(this.board.doc, update, this) === "broken") this.onBroken();
    }
  }

  /** What this document has and the server's does not, deletions included. */
  #missingFrom(updates: readonly Uint8Array[]): Uint8Array | null {
    this.#flush();
    const kept = new Y.Doc();
    for (const update of updates) applyForeign(kept, update, this);
    if (Y.equalSnapshots(Y.snapshot(kept), Y.snapshot(this.board.doc))) return null;
    return Y.encodeStateAsUpdate(this.board.doc, Y.encodeStateVector(kept));
  }

  #measure(): Uint8Array {
    if (this.#measuring !== null) clearTimeout(this.#measuring);
    this.#measuring = null;
    const whole = Y.encodeStateAsUpdate(this.board.doc);
    this.#size = whole.length;
    this.full.value = this.#size > FULL_AT;
    return whole;
  }
}
