import { categoryWords, inCountry } from "../../consent/sentences";
import type { RoomPluginView } from "../../signaling/protocol";
import type { LedgerTotal } from "./ledgerBook";

const blocked: Record<string, string> = {
  "not-declared": "the plugin has not declared it",
  "not-consented": "it was not allowed",
  "purpose-off": "what it would have been for is switched off in this room",
  label: "it could have carried data to a place that was not allowed for it",
  limit: "it was over its limit",
  unavailable: "this host has nothing that could do it",
  // Where anything closer would tell what others chose.
  blocked: "it could have carried data to a place that was not allowed for it",
};

// Of what was asked for, so that the same words fit what was stopped.
const capabilities: Record<string, string> = {
  "presence.subscribe": "that somebody came or went",
  "net.fetch": "a request to an outside place",
  "net.webhook.receive": "a message from an outside service",
  "chat.sendAsUser": "a line in the chat in somebody's name",
  "files.pick": "asking somebody for a file",
  "plugin.call": "a call to another plugin",
  "storage.room": "its storage for the room",
  "storage.user": "its storage for each person",
  "moderation.mute": "asking to mute somebody",
  "moderation.remove": "asking to remove somebody",
  "ui.panel": "its window in the panel",
  "ui.stage": "its window on the stage",
  "ui.toolbar": "its button",
  "ui.overlay": "drawing over the call",
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

/** The plugin as it is here, for the names of the places that it declares. */
type Declaring = Pick<RoomPluginView, "sinks"> | undefined;

function sinkWords(sink: string, plugin: Declaring): string {
  if (!sink.startsWith("sink:")) return sinks[sink] ?? (sink.startsWith("plugin:") ? "another plugin" : sink);
  const declared = plugin?.sinks.find(({ id }) => sink === `sink:${id}`);
  return declared ? `${declared.operator} in ${inCountry(declared.country)}` : `the outside place “${sink.slice("sink:".length)}”`;
}

export const isBlocked = (entry: { verdict: string }): boolean => entry.verdict !== "forwarded";

export const blockedBecause = (verdict: string): string => blocked[verdict] ?? verdict;

/** What it was about: the data, or else what the plugin did. */
export function aboutWords({ category, capability, subject }: Pick<LedgerTotal, "category" | "capability" | "subject">): string {
  if (category === "") return capitalised(capabilities[capability] ?? capability);
  return capitalised(category.split(" ").map((name) => categoryWords(name, subject === "me")).join("; "));
}

export const capitalised = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

export const timesWords = (count: number): string => (count === 1 ? "once" : `${count.toLocaleString("en")} times`);

/** Where it went; what was about nobody's data and went nowhere has no words. */
export const wentWords = ({ sink, category }: Pick<LedgerTotal, "sink" | "category">, plugin?: Declaring): string | null =>
  sink !== "" ? `to ${sinkWords(sink, plugin)}` : category === "" ? null : "to its part on this host";
