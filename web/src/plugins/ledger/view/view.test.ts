import { describe, expect, it } from "vitest";
import { flow, plugin } from "../../testing/samples";
import { batch, entry } from "../../testing/ledger";
import { plain } from "../../../consent/saying/words";
import type { LedgerEntryView } from "../../../signaling/protocol";
import { LedgerBook } from "../ledgerBook";
import { chainWords } from "./chainWords";
import { placeWords } from "./places";
import { summaryWords, sumsOf } from "./sums";
import { bucketCount, timeline, timelineWords } from "./timeline";

const sums = (...entries: LedgerEntryView[]) => {
  const book = new LedgerBook();
  book.add(batch(entries));
  return sumsOf("p", book.totals.value);
};

describe("one plugin's sums", () => {
  const line = entry(1);
  const others = [entry(2, { subject: "other" }), entry(3, { subject: "other", sink: "ui", capability: "participants.list", category: "identity.pseudonym" })];
  const sent = entry(4, { capability: "net.fetch", sink: "sink:a", category: "content.chat identity.profile", count: 1, bytes: 100 });
  const sentWithout = entry(5, { capability: "net.fetch", sink: "sink:a", subject: "other", count: 1, bytes: 50 });
  const asked = entry(6, { capability: "room.info.read", category: "", subject: "nobody" });
  const stopped = entry(7, { verdict: "label", capability: "chat.send", sink: "room", count: 1 });
  const ended = entry(8, { verdict: "limit", capability: "", category: "", subject: "nobody", words: "It was ended.", count: 1 });
  const all = sums(line, ...others, sent, sentWithout, asked, stopped, ended, entry(9, { pluginId: "another" }));

  it("tell what it got from whom, and of others the number only", () => {
    expect(all.mine.map(({ category, count, sink }) => [category, count, sink])).toEqual([["content.chat", 2, ""]]);
    expect(all.others).toEqual([{ category: "content.chat", count: 2 }, { category: "identity.pseudonym", count: 2 }]);
  });

  it("tell where it went, and what of this person's was in it", () =>
    expect(all.went).toEqual([
      { sink: "ui", count: 2, bytes: 10, mine: [], last: 3000 },
      { sink: "sink:a", count: 2, bytes: 150, mine: ["content.chat", "identity.profile"], last: 5000 },
    ]));

  it("tell what it did without data, what was blocked, and what broke a limit", () => {
    expect(all.deeds.map(({ capability }) => capability)).toEqual(["room.info.read"]);
    expect(all.blocked.map(({ capability, sink }) => [capability, sink])).toEqual([["chat.send", "room"]]);
    expect(all.limits.map(({ words }) => words)).toEqual(["It was ended."]);
  });

  it("are one line as well", () => {
    expect(summaryWords(all)).toEqual({ passed: "From you 2 times, from others 4 times, sent outside 2 times", blocked: "blocked 2 times" });
    expect(summaryWords(sums(entry(1, { subject: "other", count: 1 })))).toEqual({ passed: "Nothing from you, from others once", blocked: null });
  });
});

describe("the last ten minutes", () => {
  const now = 10_000_000;
  const at = (secondsAgo: number, rest: Partial<LedgerEntryView> = {}) => entry(1, { at: now - secondsAgo * 1000, count: 1, ...rest });

  it("fall into stretches of half a minute, newest last", () => {
    const buckets = timeline([at(0), at(30), at(31), at(599), at(601), at(45, { verdict: "limit" })], now);
    expect(buckets).toHaveLength(bucketCount);
    expect(buckets[bucketCount - 1]).toEqual({ passed: 2, blocked: 0 });
    expect(buckets[bucketCount - 2]).toEqual({ passed: 1, blocked: 1 });
    expect(buckets[0]).toEqual({ passed: 1, blocked: 0 });
    expect(buckets.reduce((sum, { passed }) => sum + passed, 0)).toBe(4);
  });

  it.each([
    [[], "Nothing in the last 10 minutes"],
    [[at(5)], "In the last 10 minutes let through once; the latest within the last half minute"],
    [[at(65), at(70, { verdict: "label", count: 3 })], "In the last 10 minutes let through once, blocked 3 times; the latest about 1 minute ago"],
    [[at(200, { verdict: "limit" })], "In the last 10 minutes blocked once; the latest about 3 minutes ago"],
  ])("are said in words too %#", (entries, words) => expect(timelineWords(timeline(entries, now))).toBe(words));
});

it.each([
  [{ kind: "empty" }, true, null],
  [{ kind: "whole", from: 1, to: 1, head: "" }, true, "Checked by this page: 1 entry, from the room's first on, none changed or missing."],
  [{ kind: "whole", from: 812, to: 2811, head: "" }, true, "Checked by this page: 2,000 entries, from entry 812 on, where this page began, none changed or missing."],
  [{ kind: "whole", from: 1, to: 9, head: "" }, false, "This record is incomplete: the host has written more than this page could read. It asks again with the next entry."],
  [{ kind: "empty" }, false, "This record is incomplete: the host has written more than this page could read. It asks again with the next entry."],
  [{ kind: "broken", at: 7, because: "entry" }, true, "This record is broken at entry 7: what it says is not what its seal was made for. Do not rely on what stands here."],
  [{ kind: "broken", at: 7, because: "hash" }, false, "This record is broken at entry 7: it does not follow on the one before it. Do not rely on what stands here."],
  [{ kind: "broken", at: 7, because: "order" }, true, "This record is broken at entry 7: an entry before it is missing. Do not rely on what stands here."],
] as const)("says plainly how the record holds together %#", (state, isComplete, text) => expect(chainWords(state, isComplete)?.text ?? null).toBe(text));

it.each([
  ["ui", "Shown in its windows"],
  ["room", "Posted in the room"],
  ["storage.room", "Stored on this host, for the room"],
  ["storage.user", "Stored on this host, for each person"],
  ["download", "Saved on someone's device"],
  ["plugin:poll", "Handed to the plugin Poll"],
  ["sink:a", "Sent to Example e.V. in Germany"],
  ["sink:b", "Sent to the outside place “b”"],
])("names the place %s", (sink, words) => {
  const minutes = plugin({ flows: [flow("content.chat", "sink:a")], sinks: [{ id: "a", url: "https://a.example/", operator: "Example e.V.", country: "DE" }] });
  expect(plain(placeWords(minutes, sink, () => "Poll"))).toBe(words);
});
