import type { LedgerEntryView } from "../../signaling/protocol";

// How the host chains its ledger, as in src/Host/Ledger/LedgerChain.cs: a digest over each entry, a hash over the hash before and
// the digest. Everything is hex (lower case), everything is SHA-256.

export const chainStart = "0".repeat(64);

const utf8 = new TextEncoder();

/** Over the entry without its subject; null where the host veils it, so that it cannot be taken here. */
export async function digestOf(entry: LedgerEntryView): Promise<string | null> {
  if (entry.salt === null) return null;
  const { sequence, at, pluginId, capability, category, sink, verdict, count, bytes, words, salt } = entry;
  const lines = [sequence, at, pluginId, capability, category, sink, verdict, count, bytes, words ?? "", salt];
  return hex(await crypto.subtle.digest("SHA-256", utf8.encode(lines.map((line) => `${line}\n`).join(""))));
}

export const nextHash = async (before: string, digest: string): Promise<string> =>
  hex(await crypto.subtle.digest("SHA-256", bytes(before + digest)));

const hex = (buffer: ArrayBuffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");

const bytes = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
