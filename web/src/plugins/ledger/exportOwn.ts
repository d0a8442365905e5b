import type { LedgerEntryView } from "../../signaling/protocol";

/** This person's own entries, with the hashes that chain them to the rest. */
export const ownEntries = (entries: readonly LedgerEntryView[]): readonly LedgerEntryView[] => entries.filter((entry) => entry.subject === "me");

export function exportOwn(entries: readonly LedgerEntryView[]): void {
  const text = JSON.stringify({ format: "pluginroom-ledger-1", entries: ownEntries(entries) }, null, 2);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = "pluginroom-ledger.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
