import type { LedgerBatch, LedgerRequest } from "../../signaling/protocol";
import type { LedgerBook } from "./ledgerBook";

/**
 * Brings the ledger into the book without a gap: live batches where they follow on what is there, everything else by reading on from
 * the last entry. After a dropped connection the page so gets what it missed.
 */
export class LedgerReader {
  readonly #book: LedgerBook;
  readonly #ask: (request: LedgerRequest) => Promise<LedgerBatch>;
  #reading: Promise<void> | null = null;

  constructor(book: LedgerBook, ask: (request: LedgerRequest) => Promise<LedgerBatch>) {
    this.#book = book;
    this.#ask = ask;
  }

  heard(batch: LedgerBatch): void {
    this.#book.announce(batch.last);
    const newest = batch.entries.at(-1);
    if (newest) this.#book.setClock(newest.at);
    // A live batch that came before the past did would be the first entry of all.
    if (this.#reading !== null || this.#book.last === null) void this.read();
    else if (batch.entries[0]?.sequence === this.#book.last + 1) this.#book.add(batch);
    else if (batch.last > this.#book.last) void this.read();
  }

  /** Until the book has all that the host has; what cannot be read now is read with the next batch. */
  read(): Promise<void> {
    this.#reading ??= this.#readOn().finally(() => (this.#reading = null));
    return this.#reading;
  }

  async #readOn() {
    for (;;) {
      const batch = await this.#ask({ after: this.#book.last }).catch(() => null);
      if (batch === null) return;
      this.#book.announce(batch.last);
      this.#book.add(batch);
      if (batch.entries.length === 0 || this.#book.isComplete) return;
    }
  }
}
