import { expect, it } from "vitest";
import { batch, chained, entry } from "../testing/ledger";
import { ownLedger } from "./exportOwn";
import { LedgerBook } from "./ledgerBook";
import { aboutWords, wentWords } from "./ledgerWords";
import { plugin } from "../testing/samples";
import { sizeWords } from "../sizeWords";

it("adds up what is of one kind", () => {
  const book = new LedgerBook();
  book.add(batch([entry(1), entry(2), entry(3, { verdict: "not-consented" })]));
  book.add(batch([entry(4)]));
  expect(book.totals.value.map(({ verdict, count, bytes, last }) => ({ verdict, count, bytes, last }))).toEqual([
    { verdict: "forwarded", count: 6, bytes: 30, last: 4000 },
    { verdict: "not-consented", count: 2, bytes: 10, last: 3000 },
  ]);
  expect(book.recent.value.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
});

it("has one row for what went to one place by two capabilities, and two for two refusals", () => {
  const book = new LedgerBook();
  book.add(batch([entry(1, { sink: "ui", capability: "ui.stage" }), entry(2, { sink: "ui", capability: "channel.open" })]));
  book.add(batch([entry(3, { verdict: "not-declared", capability: "ui.stage" }), entry(4, { verdict: "not-declared", capability: "channel.open" })]));
  expect(book.totals.value.map(({ verdict, count }) => [verdict, count])).toEqual([["forwarded", 4], ["not-declared", 2], ["not-declared", 2]]);
});

it("keeps what a plugin's process did in the host's words, each by itself", () => {
  const book = new LedgerBook();
  const limit = (sequence: number, words: string) => entry(sequence, { capability: "", category: "", subject: "nobody", verdict: "limit", words, count: 1 });
  book.add(batch([limit(1, "It was ended: a."), limit(2, "It is slowed down: b."), limit(3, "It is slowed down: b.")]));
  expect(book.totals.value.map(({ words, count }) => [words, count])).toEqual([["It was ended: a.", 1], ["It is slowed down: b.", 2]]);
});

it("exports a person's own entries whole, and of everybody else's the hashes only", async () => {
  const book = new LedgerBook();
  const all = await chained([entry(1), entry(2, { subject: "other" }), entry(3, { subject: "nobody" })]);
  book.add(all);
  const [first, second, third] = all.entries.map(({ subject: _, ...rest }) => rest);
  expect(ownLedger(book)).toEqual({
    format: "pluginroom-ledger-2", first: 1, before: "0".repeat(64), last: 3, head: third!.hash,
    entries: [first, { sequence: 2, digest: second!.digest, hash: second!.hash }, { sequence: 3, digest: third!.digest, hash: third!.hash }],
  });
});

it("speaks of others in the third person", () => {
  expect(aboutWords(entry(1))).toBe("What you write in the chat");
  expect(aboutWords(entry(1, { subject: "other", category: "content.chat identity.profile" }))).toBe("What they write in the chat; their name");
  expect(aboutWords(entry(1, { category: "", subject: "nobody", capability: "ui.notification" }))).toBe("A notice");
});

it("says where it went", () => {
  expect(wentWords(entry(1))).toBe("to its part on this host");
  expect(wentWords(entry(1, { sink: "sink:summariser" }))).toBe("to the outside place “summariser”");
  expect(wentWords(entry(1, { sink: "sink:summariser" }), plugin({ sinks: [{ id: "summariser", url: "https://a.example/", operator: "Example e.V.", country: "DE" }] }))).toBe("to Example e.V. in Germany");
  expect(sizeWords(999)).toBe("999 B");
  expect(sizeWords(1500)).toBe("1.5 kB");
  expect(sizeWords(2_500_000)).toBe("2.5 MB");
});
