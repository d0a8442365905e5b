import { categoryWords } from "../../consent/sentences";
import type { LedgerTotal } from "./ledgerBook";

const blocked: Record<string, string> = {
  "not-declared": "its manifest does not declare it",
  "not-consented": "it was not allowed",
  label: "it could have carried data to a place that was not allowed for it",
  limit: "it was over its limit",
};

const capabilities: Record<string, string> = {
  "room.info.read": "asked for the room's name and how many are in it",
  "participants.list": "asked who is here",
  "chat.send": "wrote in the chat",
  "chat.read": "asked to read the chat",
  "ui.notification": "showed a notice",
  "files.offer": "offered a file to save",
  "channel.open": "opened its channel between browsers",
  "recording.write": "recorded",
};

const sinks: Record<string, string> = {
  ui: "its own window",
  room: "the room",
  "storage.room": "storage on this host, for the room",
  "storage.user": "storage on this host, for the person",
  download: "a file on someone's device",
};

export const sinkWords = (sink: string): string => sinks[sink] ?? (sink.startsWith("sink:") ? `the outside place "${sink.slice(5)}"` : sink);

export const isBlocked = (entry: { verdict: string }): boolean => entry.verdict !== "forwarded";

export const blockedBecause = (verdict: string): string => blocked[verdict] ?? verdict;

/** What it was about: the data, or else what the plugin did. */
export const aboutWords = ({ category, capability }: { category: string; capability: string }): string =>
  category === "" ? (capabilities[capability] ?? capability) : category.split(" ").map(categoryWords).join(", ");

export const timesWords = (count: number): string => (count === 1 ? "once" : `${count.toLocaleString("en")} times`);

export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const whose: Record<string, string> = { me: "From you", other: "From others", nobody: "Without anyone's data" };

export const whoseWords = (subject: string): string => whose[subject] ?? subject;

/** Where it went, or null where it stayed with the plugin itself. */
export const wentWords = (total: Pick<LedgerTotal, "sink">): string | null => (total.sink === "" ? null : sinkWords(total.sink));
