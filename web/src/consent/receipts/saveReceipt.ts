import type { RevocationReceipt } from "../../signaling/protocol";

export const receiptFile = (receipt: RevocationReceipt): object => ({ format: "pluginroom-receipt-1", ...receipt });

export function saveReceipt(receipt: RevocationReceipt): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(receiptFile(receipt), null, 1)], { type: "application/json" }));
  link.download = `receipt-${new Date(receipt.at).toISOString().replaceAll(":", "-").slice(0, 19)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
