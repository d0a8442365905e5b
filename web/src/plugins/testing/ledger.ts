import type { LedgerBatch, LedgerEntryView } from "../../signaling/protocol";
import { chainStart, digestOf, nextHash } from "../ledger/chain";

/** An entry as the host would show it, but for its place in a chain. */
export const entry = (sequence: number, rest: Partial<LedgerEntryView> = {}): LedgerEntryView => ({
  sequence, at: sequence * 1000, pluginId: "p", capability: "chat.read", category: "content.chat", subject: "me", sink: "", verdict: "forwarded",
  count: 2, bytes: 10, words: null, salt: "00", digest: "", hash: "", ...rest,
});

export const batch = (entries: LedgerEntryView[], before = chainStart): LedgerBatch => ({ before, entries, last: entries.at(-1)?.sequence ?? 0 });

/** The same entries with the hashes that a host gives them. */
export async function chained(entries: readonly LedgerEntryView[], before = chainStart): Promise<LedgerBatch> {
  const links: LedgerEntryView[] = [];
  let hash = before;
  for (const each of entries) {
    const digest = (await digestOf(each)) ?? "ab".repeat(32);
    hash = await nextHash(hash, digest);
    links.push({ ...each, digest, hash });
  }
  return batch(links, before);
}
