import type { PluginFlowView, RoomPluginView } from "../signaling/protocol";

// One sentence for each flow: who does what with which data of yours, where it goes, how long it is kept. Every word is the
// page's own; of the manifest only names appear.

interface Words {
  /** What the plugin does with it. */
  verb: string;
  yours: string;
  theirs: string;
}

const words = (verb: string, yours: string, theirs: string): Words => ({ verb, yours, theirs });

const room = "facts about the room, such as how many people are here";

const categories: Record<string, Words> = {
  "room.meta": words("reads", room, room),
  "identity.pseudonym": words("learns", "that you are here, by a made-up id", "that they are here, by a made-up id"),
  "identity.profile": words("learns", "your name", "their name"),
  "identity.card": words("reads", "your user card", "their user card"),
  "behaviour.presence": words("learns", "when you come and go", "when they come and go"),
  "behaviour.speaking": words("learns", "when you speak", "when they speak"),
  "behaviour.interaction": words("reads", "your reactions", "their reactions"),
  "content.chat": words("reads", "what you write in the chat", "what they write in the chat"),
  "content.file": words("reads", "the files that you hand to it", "the files that they hand to it"),
  "content.audio": words("takes", "your voice", "their voice"),
  "content.video": words("takes", "your camera picture", "their camera picture"),
  "content.screen": words("takes", "your shared screen", "their shared screen"),
  "plugin.input": words("takes", "what you do in its window", "what they do in its window"),
};

/** A category by name, as this person's or as somebody else's. */
export const categoryWords = (data: string, mine: boolean): string => categories[data]?.[mine ? "yours" : "theirs"] ?? data;

/** Where it goes, as the end of "... and". */
function doing(plugin: RoomPluginView, { data, to }: PluginFlowView): string {
  if (to === "ui") return data === "plugin.input" ? "shows it to the others there" : "shows it in its own window";
  if (to === "room") return "posts it to everyone in the room";
  if (to === "storage.room") return "stores it on this host for the room";
  if (to === "storage.user") return "stores it on this host for you";
  if (to === "download") return "saves it in a file on the device of someone in the room";
  if (to.startsWith("sink:")) return `sends it to ${sinkWords(plugin, to.slice(5))}`;
  if (to.startsWith("plugin:")) return `hands it to the plugin ${to.slice(7)}`;
  return `passes it to ${to}`;
}

function sinkWords(plugin: RoomPluginView, id: string): string {
  const sink = plugin.sinks.find((each) => each.id === id);
  if (!sink) return id;
  return `${hostOf(sink.url)}, run by ${sink.operator} in ${countryName(sink.country)}`;
}

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : url);

function countryName(code: string): string {
  try {
    return new Intl.DisplayNames(["en"], { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** A third party's keeping is a promise; the host's own is a fact. */
function keeping(plugin: RoomPluginView, { to, retention }: PluginFlowView): string {
  if (to.startsWith("sink:")) {
    const who = plugin.sinks.find((each) => each.id === to.slice(5))?.operator ?? "the operator";
    if (retention === "none") return `${who} promises not to keep it`;
    return `${who} promises to delete it ${retention === "room" ? "when the room ends" : `after ${durationWords(retention)}`}`;
  }
  if (to === "download") return "how long the file is kept is up to whoever has it";
  if (retention === "none") return "it is not kept";
  if (retention === "room") return "it is kept until the room ends";
  return `it is kept for ${durationWords(retention)}`;
}

const units: [RegExp, string][] = [
  [/^P(?:.*?)(\d+)Y/, "year"],
  [/^P[^T]*?(\d+)M/, "month"],
  [/^P[^T]*?(\d+)W/, "week"],
  [/^P[^T]*?(\d+)D/, "day"],
  [/T.*?(\d+)H/, "hour"],
  [/T.*?(\d+)M/, "minute"],
  [/T.*?(\d+)S/, "second"],
];

/** An ISO 8601 duration in words; what is not one is shown as it is. */
export function durationWords(duration: string): string {
  const parts = units.flatMap(([pattern, unit]) => {
    const count = pattern.exec(duration)?.[1];
    return count === undefined ? [] : [`${Number(count)} ${unit}${Number(count) === 1 ? "" : "s"}`];
  });
  return parts.length === 0 ? duration : parts.join(" ");
}

const purposes: Record<string, string> = {
  accessibility: "to make the call accessible",
  moderation: "to moderate the room",
  security: "to keep the room safe",
  analytics: "to make statistics",
  personalization: "to adapt to you",
  training: "to train models",
  marketing: "for marketing",
};

/** Null for plain functionality, which needs no words. */
export const purposeWords = (purpose: string): string | null => (purpose === "functionality" ? null : (purposes[purpose] ?? purpose));

export function flowSentence(plugin: RoomPluginView, flow: PluginFlowView): string {
  const verb = categories[flow.data]?.verb ?? "reads";
  const purpose = purposeWords(flow.purpose);
  return `${plugin.name} ${verb} ${categoryWords(flow.data, true)} and ${doing(plugin, flow)}${purpose ? ` ${purpose}` : ""}; ${keeping(plugin, flow)}.`;
}

// Which capability yields a category, as in src/Host/Vocabulary/Capability.cs; the author's reason stands there.
const yields: Record<string, readonly string[]> = {
  "participants.list": ["identity.pseudonym"],
  "participants.profile.read": ["identity.profile"],
  "presence.subscribe": ["behaviour.presence"],
  "reactions.read": ["behaviour.interaction"],
  "speaking.read": ["behaviour.speaking"],
  "quality.stats.read": ["room.meta"],
  "chat.read": ["content.chat"],
  "files.pick": ["content.file"],
  "usercard.read": ["identity.card"],
  "media.audio.receive": ["content.audio"],
  "media.video.receive": ["content.video"],
  "media.screen.receive": ["content.screen"],
  "recording.write": ["content.audio", "content.video", "content.screen"],
  "channel.open": ["plugin.input"],
  "ui.stage": ["plugin.input"],
  "ui.panel": ["plugin.input"],
  "ui.toolbar": ["plugin.input"],
  "ui.overlay": ["plugin.input"],
};

const sends: Record<string, string> = {
  room: "chat.send", download: "files.offer", "storage.room": "storage.room", "storage.user": "storage.user",
};

/** Why the author says that it is needed: for taking it out where that has a capability of its own, else for reading it. */
export function reasonFor(plugin: RoomPluginView, flow: PluginFlowView): string | null {
  const reason = (is: (name: string) => boolean) => plugin.capabilities.find((each) => each.reason && is(each.name))?.reason ?? null;
  const sending = flow.to.startsWith("sink:") ? "net.fetch" : sends[flow.to];
  return reason((name) => name === sending) ?? reason((name) => yields[name]?.includes(flow.data) ?? false);
}
