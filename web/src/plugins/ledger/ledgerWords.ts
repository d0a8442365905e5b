import { categoryWords } from "../../consent/sentences";
import type { LedgerTotal } from "./ledgerBook";

const blocked: Record<string, string> = {
  "not-declared": "its manifest does not declare it",
  "not-consented": "it was not allowed",
  label: "it could have carried data to a place that was not allowed for it",
  limit: "it was over its limit",
  unavailable: "this host has nothing that could do it",
  // Where anything closer would tell what others chose.
  blocked: "it could have carried data to where they may not go",
};

// Of what was asked for, so that the same words fit what was stopped.
const capabilities: Record<string, string> = {
  "room.info.read": "the room's name and how many are in it",
  "participants.list": "who is here",
  "chat.send": "a line in the chat",
  "chat.read": "reading the chat",
  "ui.notification": "a notice",
  "files.offer": "a file to save",
  "channel.open": "its channel between the browsers",
  "recording.write": "a recording",
  "media.local.transform": "a change of a camera picture, in that person's own browser",
  "media.publish": "a stream of its own",
};

const sinks: Record<string, string> = {
  ui: "its window in everybody's browser",
  room: "the room",
  "storage.room": "storage on this host, for the room",
  "storage.user": "storage on this host, for the person",
  download: "a file on someone's device",
};

export const sinkWords = (sink: string): string => sinks[sink] ?? (sink.startsWith("sink:") ? `the outside place "${sink.slice(5)}"` : sink);

export const isBlocked = (entry: { verdict: string }): boolean => entry.verdict !== "forwarded";

export const blockedBecause = (verdict: string): string => blocked[verdict] ?? verdict;

/** What it was about: the data, or else what the plugin did. */
export function aboutWords({ category, capability, subject }: Pick<LedgerTotal, "category" | "capability" | "subject">): string {
  if (category === "") return capitalised(capabilities[capability] ?? capability);
  return capitalised(category.split(" ").map((name) => categoryWords(name, subject === "me")).join("; "));
}

const capitalised = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

export const timesWords = (count: number): string => (count === 1 ? "once" : `${count.toLocaleString("en")} times`);

const whose: Record<string, string> = { me: "It got from you", other: "It got from others", nobody: "It did without anyone's data" };

export const whoseWords = (subject: string): string => whose[subject] ?? subject;

/** Where it went; what was about nobody's data and went nowhere has no words. */
export const wentWords = ({ sink, category }: Pick<LedgerTotal, "sink" | "category">): string | null =>
  sink !== "" ? `to ${sinkWords(sink)}` : category === "" ? null : "to its server side";
