import { describe, expect, it } from "vitest";
import type { LedgerBatch } from "../../signaling/protocol";
import { chained, entry } from "../testing/ledger";
import { digestOf, nextHash } from "./chain";
import { ChainCheck } from "./chainCheck";

const checked = async (...batches: LedgerBatch[]) => {
  const check = new ChainCheck();
  for (const batch of batches) await check.take(batch);
  return check.state.value;
};

const change = (batch: LedgerBatch, index: number, what: Partial<LedgerBatch["entries"][number]>): LedgerBatch => ({
  ...batch,
  entries: batch.entries.map((each, at) => (at === index ? { ...each, ...what } : each)),
});

// Taken with sha256sum over the same bytes, so that the page and the host cannot be wrong together.
it("takes digest and hash as the host does", async () => {
  const one = entry(1, { at: 0, pluginId: "org.example", capability: "net.fetch", category: "identity.profile content.chat", sink: "sink:api", count: 1, salt: "00ff" });
  expect(await digestOf(one)).toBe("63b0386d390fb0f5fcf3e3cbce8037431d5fc5c593af5893c08079c7327cad12");
  expect(await nextHash("0".repeat(64), "63b0386d390fb0f5fcf3e3cbce8037431d5fc5c593af5893c08079c7327cad12")).toBe("3d4a4120d09987e0a1cb4de77a10b0425cf90b897f6a44fe01e615b1104b4ff7");
});

describe("the chain", () => {
  it("is whole over all batches, from wherever this page began", async () => {
    const first = await chained([entry(41), entry(42, { words: "It was ended.", capability: "" })], "cd".repeat(32));
    const second = await chained([entry(43)], first.entries[1]!.hash);
    expect(await checked(first, second)).toEqual({ kind: "whole", from: 41, to: 43, head: second.entries[0]!.hash });
  });

  it("goes through entries that are veiled", async () =>
    expect(await checked(await chained([entry(1), entry(2, { verdict: "blocked", salt: null }), entry(3)]))).toMatchObject({ kind: "whole", to: 3 }));

  it.each([{ bytes: 11 }, { at: 7 }, { verdict: "limit" }, { sink: "room" }, { salt: "01" }, { digest: "ab".repeat(32) }])("is broken by %o", async (what) =>
    expect(await checked(change(await chained([entry(1), entry(2), entry(3)]), 1, what))).toEqual({ kind: "broken", at: 2, because: "entry" }));

  it("is broken where a hash does not follow on the one before", async () => {
    const batch = await chained([entry(1), entry(2)]);
    expect(await checked(change(batch, 0, { hash: "ab".repeat(32) }))).toEqual({ kind: "broken", at: 1, because: "hash" });
    expect(await checked(batch, await chained([entry(3)], "cd".repeat(32)))).toEqual({ kind: "broken", at: 3, because: "hash" });
  });

  it("is broken where an entry is left out", async () => {
    const first = entry(1), third = entry(3);
    expect(await checked(await chained([first, third]))).toEqual({ kind: "broken", at: 3, because: "order" });
  });

  it("stays broken, whatever comes after", async () => {
    const batch = await chained([entry(1), entry(2)]);
    const after = await chained([entry(3)], batch.entries[1]!.hash);
    expect(await checked(change(batch, 0, { count: 5 }), after)).toEqual({ kind: "broken", at: 1, because: "entry" });
  });
});
