import { expect, it } from "vitest";
import type { LedgerBatch } from "../../signaling/protocol";
import { chained, entry } from "../testing/ledger";
import { LedgerBook } from "./ledgerBook";
import { LedgerReader } from "./ledgerReader";

/** A host with that many entries, which gives so many in one reply. */
async function host(count: number, reply = 100) {
  const all = await chained(Array.from({ length: count }, (_, index) => entry(index + 1)));
  const book = new LedgerBook();
  const asked: (number | null)[] = [];
  const line = { down: false };
  const part = (from: number, to: number): LedgerBatch => ({
    before: all.entries[from - 2]?.hash ?? all.before, entries: all.entries.slice(from - 1, to), last: to,
  });
  const reader = new LedgerReader(book, async ({ after }) => {
    asked.push(after);
    if (line.down) throw new Error("down");
    const from = after ?? Math.max(0, count - reply);
    return { ...part(from + 1, Math.min(count, from + reply)), last: count };
  });
  return { book, asked, line, part, reader };
}

const sequences = (book: LedgerBook) => book.recent.value.map(({ sequence }) => sequence);

it("reads the past before anything live, whichever comes first", async () => {
  const { book, reader, part } = await host(5);
  reader.heard(part(4, 5));
  await reader.read();
  expect(sequences(book)).toEqual([1, 2, 3, 4, 5]);
  reader.heard(part(4, 5));
  expect(sequences(book)).toEqual([1, 2, 3, 4, 5]);
});

it("takes live entries that follow, and reads what was missed between", async () => {
  const { book, reader, part, asked } = await host(9, 9);
  book.add(part(1, 3));
  reader.heard(part(4, 5));
  expect(asked).toEqual([]);
  reader.heard(part(8, 9));
  expect(book.isComplete).toBe(false);
  await reader.read();
  expect(asked).toEqual([5]);
  expect(sequences(book)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(book.isComplete).toBe(true);
});

it("reads on in parts after a long time away", async () => {
  const { book, reader, part, asked } = await host(10, 3);
  book.add(part(1, 2));
  await reader.read();
  expect(asked).toEqual([2, 5, 8]);
  expect(book.last).toBe(10);
});

it("says that something is missing while the host cannot be asked", async () => {
  const { book, reader, part, line } = await host(6, 6);
  book.add(part(1, 2));
  line.down = true;
  reader.heard(part(5, 6));
  await reader.read();
  expect([book.last, book.isComplete]).toEqual([2, false]);
  line.down = false;
  await reader.read();
  expect([book.last, book.isComplete]).toEqual([6, true]);
});

it("begins with the latest entries where the past is long", async () => {
  const { book, reader } = await host(10, 4);
  await reader.read();
  expect(sequences(book)).toEqual([7, 8, 9, 10]);
});
