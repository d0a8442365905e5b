import type { LedgerTotal } from "../ledgerBook";
import { isBlocked, timesWords } from "../ledgerWords";

/** One plugin's decisions, as the panel tells them. */
export interface PluginSums {
  readonly pluginId: string;
  /** What it was given of this person's data. */
  readonly mine: readonly LedgerTotal[];
  /** What it was given of others' data: kind and number, nothing else. */
  readonly others: readonly { readonly category: string; readonly count: number }[];
  /** Where what it had been given went. */
  readonly went: readonly Destination[];
  /** What it did without anyone's data. */
  readonly deeds: readonly LedgerTotal[];
  readonly blocked: readonly LedgerTotal[];
  readonly limits: readonly LedgerTotal[];
}

export interface Destination {
  readonly sink: string;
  readonly count: number;
  readonly bytes: number;
  /** Categories of this person's data that it carried. */
  readonly mine: readonly string[];
  readonly last: number;
}

// By these a plugin's server side lets something out. By every other capability it is given something, at its server side or, past
// it, in its windows.
const outward = new Set(["chat.send", "chat.sendAsUser", "net.fetch", "storage.room", "storage.user", "files.offer", "plugin.call", "ui.notification", "ui.panel", "ui.stage", "ui.toolbar", "ui.overlay"]);

const isGiven = (total: LedgerTotal) => total.category !== "" && (total.sink === "" || !outward.has(total.capability));

export function sumsOf(pluginId: string, totals: readonly LedgerTotal[]): PluginSums {
  const own = totals.filter((total) => total.pluginId === pluginId);
  const passed = own.filter((total) => !isBlocked(total));
  const given = passed.filter(isGiven);
  const others = new Map<string, number>();
  for (const { category, count } of given.filter(({ subject }) => subject === "other")) others.set(category, (others.get(category) ?? 0) + count);
  return {
    pluginId,
    mine: given.filter(({ subject }) => subject === "me"),
    others: [...others].map(([category, count]) => ({ category, count })),
    went: destinations(passed.filter(({ sink, category }) => sink !== "" && category !== "")),
    deeds: passed.filter(({ category }) => category === ""),
    blocked: own.filter((total) => isBlocked(total) && total.words === null),
    limits: own.filter((total) => total.words !== null),
  };
}

function destinations(totals: readonly LedgerTotal[]): Destination[] {
  const places = new Map<string, Destination>();
  for (const { sink, count, bytes, subject, category, last } of totals) {
    const known = places.get(sink) ?? { sink, count: 0, bytes: 0, mine: [], last };
    const mine = subject === "me" ? [...new Set([...known.mine, ...category.split(" ")])] : known.mine;
    places.set(sink, { sink, count: known.count + count, bytes: known.bytes + bytes, mine, last: Math.max(known.last, last) });
  }
  return [...places.values()];
}

const count = (items: readonly { count: number }[]) => items.reduce((sum, item) => sum + item.count, 0);

/** The whole of it in one line. */
export function summaryWords(sums: PluginSums): { readonly passed: string; readonly blocked: string | null } {
  const [mine, others] = [count(sums.mine), count(sums.others)];
  const outside = count(sums.went.filter(({ sink }) => sink.startsWith("sink:")));
  const blocked = count(sums.blocked) + count(sums.limits);
  const parts = [mine === 0 ? "Nothing from you" : `From you ${timesWords(mine)}`];
  if (others > 0) parts.push(`from others ${timesWords(others)}`);
  if (outside > 0) parts.push(`sent outside ${timesWords(outside)}`);
  return { passed: parts.join(", "), blocked: blocked === 0 ? null : `blocked ${timesWords(blocked)}` };
}
