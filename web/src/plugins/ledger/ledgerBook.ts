import { signal, type ReadonlySignal } from "@preact/signals";
import type { LedgerEntryView } from "../../signaling/protocol";

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

const maxRecent = 5_000;

// What went where is one row, by whichever capability it went.
const kindOf = (entry: LedgerEntryView) =>
  [
    entry.pluginId,
    entry.verdict === "forwarded" && entry.category !== "" ? "" : entry.capability,
    entry.category, entry.subject, entry.sink, entry.verdict, entry.words,
  ].join("|");

/** The gate's decisions as this page has heard of them: the latest one by one, all of them added up. */
export class LedgerBook {
  readonly #totals = new Map<string, LedgerTotal>();
  readonly #sums = signal<readonly LedgerTotal[]>([]);
  readonly #recent = signal<readonly LedgerEntryView[]>([]);
  #lastSequence = -1;

  get totals(): ReadonlySignal<readonly LedgerTotal[]> {
    return this.#sums;
  }

  /** Oldest first. */
  get recent(): ReadonlySignal<readonly LedgerEntryView[]> {
    return this.#recent;
  }

  /** Entries that were here already (history and live overlap) are passed over. */
  add(entries: readonly LedgerEntryView[]): void {
    const fresh = entries.filter((entry) => entry.sequence > this.#lastSequence).sort((a, b) => a.sequence - b.sequence);
    if (fresh.length === 0) return;
    for (const entry of fresh) this.#sum(entry);
    this.#lastSequence = fresh[fresh.length - 1]!.sequence;
    this.#sums.value = [...this.#totals.values()];
    this.#recent.value = [...this.#recent.peek(), ...fresh].slice(-maxRecent);
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
