import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { RevocationReceipt } from "../../signaling/protocol";

/** This person's receipts in this room, the latest first. They are kept in this page, and by the host for as long as the seat. */
export class ReceiptBook {
  readonly #all = signal<readonly RevocationReceipt[]>([]);
  /** Of those that came while the page was open; what a reload brings back has been seen. */
  readonly #unseen = signal<readonly string[]>([]);

  get all(): ReadonlySignal<readonly RevocationReceipt[]> {
    return this.#all;
  }

  /**
   * What there is to be told now, and only when it is done: somebody who takes something back is not to be told twice. A disk that fails
   * is told before that, since nobody knows for how long it will.
   */
  readonly news = computed(() => this.#all.value.find((receipt) => isTold(receipt) && this.#unseen.value.includes(receipt.id)) ?? null);

  /** A new one, or what became of an earlier one. */
  put(receipt: RevocationReceipt): void {
    const known = this.#all.peek().find(({ id }) => id === receipt.id);
    const isUnseen = this.#unseen.peek().includes(receipt.id);
    if (!known || (known.keysWait && !receipt.keysWait && !isUnseen)) this.#unseen.value = [...this.#unseen.peek(), receipt.id];
    this.#all.value = known ? this.#all.peek().map((each) => (each.id === receipt.id ? receipt : each)) : [receipt, ...this.#all.peek()];
  }

  /** What the host has: the latest last. */
  restore(receipts: readonly RevocationReceipt[]): void {
    const kept = this.#all.peek().filter(({ id }) => !receipts.some((each) => each.id === id));
    this.#all.value = [...receipts, ...kept].sort((one, other) => other.at - one.at);
  }

  seen(): void {
    this.#unseen.value = [];
  }
}

const isTold = ({ state, keysWait }: RevocationReceipt): boolean => state === "forgotten" || keysWait;
