import type { PluginFlowView, RoomPluginView } from "../signaling/protocol";

// One sentence for each flow: who does what with which data of yours, where it goes, how long it is kept. Every word is the
// page's own; of the manifest only names appear.

interface Words {
  /** What the plugin does with it. */
  verb: string;
  what: string;
}

const categories: Record<string, Words> = {
  "room.meta": { verb: "reads", what: "facts about the room, such as how many people are here" },
  "identity.pseudonym": { verb: "learns", what: "that you are here, by a made-up id" },
  "identity.profile": { verb: "learns", what: "your name" },
  "identity.card": { verb: "reads", what: "your user card" },
  "behaviour.presence": { verb: "learns", what: "when you come and go" },
  "behaviour.speaking": { verb: "learns", what: "when you speak" },
  "behaviour.interaction": { verb: "reads", what: "your reactions" },
  "content.chat": { verb: "reads", what: "what you write in the chat" },
  "content.file": { verb: "reads", what: "the files that you hand to it" },
  "content.audio": { verb: "takes", what: "your voice" },
  "content.video": { verb: "takes", what: "your camera picture" },
  "content.screen": { verb: "takes", what: "your shared screen" },
  "plugin.input": { verb: "takes", what: "what you do in its window" },
};

export const categoryWords = (data: string): string => categories[data]?.what ?? data;

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
  const { verb, what } = categories[flow.data] ?? { verb: "reads", what: flow.data };
  const purpose = purposeWords(flow.purpose);
  return `${plugin.name} ${verb} ${what} and ${doing(plugin, flow)}${purpose ? ` ${purpose}` : ""}; ${keeping(plugin, flow)}.`;
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

/** Why the author says that it is needed, or null. */
export const reasonFor = (plugin: RoomPluginView, flow: PluginFlowView): string | null =>
  plugin.capabilities.find((each) => each.reason && yields[each.name]?.includes(flow.data))?.reason ?? null;
