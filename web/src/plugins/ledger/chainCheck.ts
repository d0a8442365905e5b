import { signal, type ReadonlySignal } from "@preact/signals";
import type { LedgerBatch, LedgerEntryView } from "../../signaling/protocol";
import { digestOf, nextHash } from "./chain";

export type ChainState =
  | { readonly kind: "empty" }
  /** Every entry from `from` to `to` is as the hashes say; `head` is the last hash. */
  | { readonly kind: "whole"; readonly from: number; readonly to: number; readonly head: string }
  | { readonly kind: "broken"; readonly at: number; readonly because: "entry" | "hash" | "order" };

/**
 * Recomputes the chain of the ledger as its entries come in. What was found broken stays so: later entries cannot mend it.
 */
export class ChainCheck {
  readonly #state = signal<ChainState>({ kind: "empty" });
  #last: { sequence: number; hash: string } | null = null;
  #work: Promise<void> = Promise.resolve();

  get state(): ReadonlySignal<ChainState> {
    return this.#state;
  }

  /** Entries that follow on the last batch, or the first ones that this page has. */
  take(batch: LedgerBatch): Promise<void> {
    this.#work = this.#work.then(() => this.#check(batch));
    return this.#work;
  }

  async #check({ before, entries }: LedgerBatch) {
    const first = entries[0];
    if (!first || this.#state.peek().kind === "broken") return;
    const last = this.#last ?? { sequence: first.sequence - 1, hash: before };
    if (before !== last.hash) return this.#break(first, "hash");
    let { sequence, hash } = last;
    for (const entry of entries) {
      if (entry.sequence !== sequence + 1) return this.#break(entry, "order");
      const digest = await digestOf(entry);
      if (digest !== null && digest !== entry.digest) return this.#break(entry, "entry");
      hash = await nextHash(hash, entry.digest);
      if (hash !== entry.hash) return this.#break(entry, "hash");
      sequence = entry.sequence;
    }
    const state = this.#state.peek();
    this.#last = { sequence, hash };
    this.#state.value = { kind: "whole", from: state.kind === "whole" ? state.from : first.sequence, to: sequence, head: hash };
  }

  #break(entry: LedgerEntryView, because: "entry" | "hash" | "order") {
    this.#state.value = { kind: "broken", at: entry.sequence, because };
  }
}
