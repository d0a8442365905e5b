import { signal, type ReadonlySignal } from "@preact/signals";
import type { LedgerBatch, LedgerEntryView } from "../../signaling/protocol";
import { chainStart } from "./chain";
import { ChainCheck, type ChainState } from "./chainCheck";

/** Decisions of one kind, added up. */
export interface LedgerTotal {
  readonly pluginId: string;
  readonly capability: string;
  /** One or more categories, separated by spaces. */
  readonly category: string;
  readonly subject: string;
  readonly sink: string;
  readonly verdict: string;
  /** What its process did and what became of it; null for a decision of the gate. */
  readonly words: string | null;
  readonly count: number;
  readonly bytes: number;
  readonly last: number;
}

/** An entry as it stands in the chain; whole only where it concerns this person. */
export interface LedgerLink {
  readonly sequence: number;
  readonly digest: string;
  readonly hash: string;
  readonly own: LedgerEntryView | null;
}

const maxRecent = 5_000;

/** Some hours of a busy room; what is older is dropped from the front, and an export begins later. */
const maxLinks = 50_000;

// What went where is one row, by whichever capability it went.
const kindOf = (entry: LedgerEntryView) =>
  [
    entry.pluginId,
    entry.verdict === "forwarded" && entry.category !== "" ? "" : entry.capability,
    entry.category, entry.subject, entry.sink, entry.verdict, entry.words,
  ].join("|");

/** The gate's decisions as this page has heard of them: the latest one by one, all of them added up, and their chain checked. */
export class LedgerBook {
  readonly #totals = new Map<string, LedgerTotal>();
  readonly #sums = signal<readonly LedgerTotal[]>([]);
  readonly #recent = signal<readonly LedgerEntryView[]>([]);
  readonly #chain = new ChainCheck();
  readonly #announced = signal(0);
  readonly #last = signal<number | null>(null);
  #before = chainStart;
  #clockAhead = 0;
  #links: LedgerLink[] = [];

  /** What the hashes say about the entries that are here. */
  get chain(): ReadonlySignal<ChainState> {
    return this.#chain.state;
  }

  /** Sequence number of the last entry here; null before the past was read. */
  get last(): number | null {
    return this.#last.value;
  }

  /** False while the host has written more than came here. */
  get isComplete(): boolean {
    return (this.#last.value ?? 0) >= this.#announced.value;
  }

  /** The chain as far as it is kept here, and the hash before its first link. */
  get links(): { before: string; links: readonly LedgerLink[] } {
    return { before: this.#before, links: this.#links };
  }

  get totals(): ReadonlySignal<readonly LedgerTotal[]> {
    return this.#sums;
  }

  /** Oldest first. */
  get recent(): ReadonlySignal<readonly LedgerEntryView[]> {
    return this.#recent;
  }

  /** Milliseconds by the host's clock, as far as its live entries tell how it differs from this browser's. */
  now(): number {
    return Date.now() - this.#clockAhead;
  }

  /** A live batch came: its last entry was written just now. */
  setClock(at: number): void {
    this.#clockAhead = Date.now() - at;
  }

  /** The host has written entries up to this one. */
  announce(last: number): void {
    this.#announced.value = Math.max(this.#announced.peek(), last);
  }

  /** Entries in order, following on those that are here. */
  add(batch: LedgerBatch): void {
    const { entries } = batch;
    if (this.#last.peek() === null) {
      this.#before = batch.before;
      this.#last.value = (entries[0]?.sequence ?? batch.last + 1) - 1;
    }
    if (entries.length === 0) return;
    void this.#chain.take(batch);
    for (const entry of entries) this.#sum(entry);
    this.#last.value = entries[entries.length - 1]!.sequence;
    this.#sums.value = [...this.#totals.values()];
    this.#recent.value = [...this.#recent.peek(), ...entries].slice(-maxRecent);
    this.#link(entries);
  }

  #link(entries: readonly LedgerEntryView[]) {
    for (const entry of entries)
      this.#links.push({ sequence: entry.sequence, digest: entry.digest, hash: entry.hash, own: entry.subject === "me" ? entry : null });
    const dropped = this.#links.splice(0, Math.max(0, this.#links.length - maxLinks));
    if (dropped.length > 0) this.#before = dropped[dropped.length - 1]!.hash;
  }

  #sum(entry: LedgerEntryView) {
    const known = this.#totals.get(kindOf(entry));
    const { pluginId, capability, category, subject, sink, verdict, words } = entry;
    this.#totals.set(kindOf(entry), {
      pluginId, capability, category, subject, sink, verdict, words,
      count: (known?.count ?? 0) + entry.count,
      bytes: (known?.bytes ?? 0) + entry.bytes,
      last: entry.at,
    });
  }
}
