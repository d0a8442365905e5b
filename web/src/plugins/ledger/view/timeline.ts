import type { LedgerEntryView } from "../../../signaling/protocol";
import { isBlocked, timesWords } from "../ledgerWords";

/** How many decisions fell into one stretch of time. */
export interface Bucket {
  readonly passed: number;
  readonly blocked: number;
}

export const bucketSeconds = 30;
export const bucketCount = 20;

/** The last ten minutes before `now` (milliseconds by the host's clock), oldest first. */
export function timeline(entries: readonly LedgerEntryView[], now: number): Bucket[] {
  const buckets = Array.from({ length: bucketCount }, () => ({ passed: 0, blocked: 0 }));
  for (const entry of entries) {
    // The newest stretch ends with now, so that the last bar does not empty itself at each full half minute.
    const ago = Math.max(0, Math.ceil((now - entry.at) / (bucketSeconds * 1000) - 1));
    const bucket = buckets[bucketCount - 1 - ago];
    if (bucket) bucket[isBlocked(entry) ? "blocked" : "passed"] += entry.count;
  }
  return buckets;
}

/** What the bars show, for whoever does not see them. */
export function timelineWords(buckets: readonly Bucket[]): string {
  const sum = (part: keyof Bucket) => buckets.reduce((total, bucket) => total + bucket[part], 0);
  const [passed, blocked] = [sum("passed"), sum("blocked")];
  if (passed + blocked === 0) return "Nothing in the last 10 minutes";
  const latest = buckets.length - 1 - buckets.findLastIndex((bucket) => bucket.passed + bucket.blocked > 0);
  const minutes = Math.ceil((latest * bucketSeconds) / 60);
  const ago = latest === 0 ? "within the last half minute" : `about ${minutes} ${minutes === 1 ? "minute" : "minutes"} ago`;
  const parts = [passed > 0 && `let through ${timesWords(passed)}`, blocked > 0 && `blocked ${timesWords(blocked)}`].filter((part) => part !== false);
  return `In the last 10 minutes ${parts.join(", ")}; the latest ${ago}`;
}
