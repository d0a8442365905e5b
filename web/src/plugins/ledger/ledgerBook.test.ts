import { expect, it } from "vitest";
import type { LedgerEntryView } from "../../signaling/protocol";
import { ownEntries } from "./exportOwn";
import { LedgerBook } from "./ledgerBook";
import { aboutWords, sizeWords, wentWords } from "./ledgerWords";

const entry = (sequence: number, rest: Partial<LedgerEntryView> = {}): LedgerEntryView => ({
  sequence, at: sequence * 1000, pluginId: "p", capability: "chat.read", category: "content.chat", subject: "me", sink: "", verdict: "forwarded",
  count: 2, bytes: 10, hash: "00", words: null, ...rest,
});

it("adds up what is of one kind, and counts nothing twice", () => {
  const book = new LedgerBook();
  book.add([entry(2), entry(1), entry(3, { verdict: "not-consented" })]);
  book.add([entry(2), entry(3, { verdict: "not-consented" }), entry(4)]);
  expect(book.totals.value.map(({ verdict, count, bytes, last }) => ({ verdict, count, bytes, last }))).toEqual([
    { verdict: "forwarded", count: 6, bytes: 30, last: 4000 },
    { verdict: "not-consented", count: 2, bytes: 10, last: 3000 },
  ]);
  expect(book.recent.value.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
});

it("has one row for what went to one place by two capabilities, and two for two refusals", () => {
  const book = new LedgerBook();
  book.add([entry(1, { sink: "ui", capability: "ui.stage" }), entry(2, { sink: "ui", capability: "channel.open" })]);
  book.add([entry(3, { verdict: "not-declared", capability: "ui.stage" }), entry(4, { verdict: "not-declared", capability: "channel.open" })]);
  expect(book.totals.value.map(({ verdict, count }) => [verdict, count])).toEqual([["forwarded", 4], ["not-declared", 2], ["not-declared", 2]]);
});

it("keeps what a plugin's process did in the host's words, each by itself", () => {
  const book = new LedgerBook();
  const limit = (sequence: number, words: string) => entry(sequence, { capability: "", category: "", subject: "nobody", verdict: "limit", words, count: 1 });
  book.add([limit(1, "It was ended: a."), limit(2, "It is slowed down: b."), limit(3, "It is slowed down: b.")]);
  expect(book.totals.value.map(({ words, count }) => [words, count])).toEqual([["It was ended: a.", 1], ["It is slowed down: b.", 2]]);
});

it("exports a person's own entries and nobody else's", () =>
  expect(ownEntries([entry(1), entry(2, { subject: "other" }), entry(3, { subject: "nobody" })]).map(({ sequence }) => sequence)).toEqual([1]));

it("speaks of others in the third person", () => {
  expect(aboutWords(entry(1))).toBe("What you write in the chat");
  expect(aboutWords(entry(1, { subject: "other", category: "content.chat identity.profile" }))).toBe("What they write in the chat; their name");
  expect(aboutWords(entry(1, { category: "", subject: "nobody", capability: "ui.notification" }))).toBe("A notice");
});

it("says where it went", () => {
  expect(wentWords(entry(1))).toBe("to its server side");
  expect(wentWords(entry(1, { sink: "sink:summariser" }))).toBe('to the outside place "summariser"');
  expect(sizeWords(999)).toBe("999 B");
  expect(sizeWords(1500)).toBe("1.5 kB");
  expect(sizeWords(2_500_000)).toBe("2.5 MB");
});
