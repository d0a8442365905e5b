import type { LedgerBook, LedgerLink } from "./ledgerBook";

/**
 * This person's own entries whole, everybody else's as digest and hash, so that `pluginroom verify-ledger` can check the whole chain
 * and whoever is given the file learns nothing of others.
 */
export function ownLedger(book: LedgerBook): object {
  const { before, links } = book.links;
  const first = links[0]?.sequence ?? (book.last ?? 0) + 1;
  return { format: "pluginroom-ledger-2", first, before, last: first + links.length - 1, head: links.at(-1)?.hash ?? before, entries: links.map(exported) };
}

function exported({ sequence, digest, hash, own }: LedgerLink): object {
  if (own === null) return { sequence, digest, hash };
  const { subject: _, ...rest } = own;
  return rest;
}

export function exportOwn(book: LedgerBook): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(ownLedger(book), null, 1)], { type: "application/json" }));
  link.download = "pluginroom-ledger.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
