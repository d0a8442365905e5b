import type { PluginFlowView, RoomPluginView } from "../signaling/protocol";
import { keepingWords } from "./saying/keeping";
import { formsOf } from "./saying/number";
import { sinkOf } from "./saying/reach";
import { named, plain, say, type Words } from "./saying/words";

// One sentence for each flow: who does what with which data of yours, where it goes, how long it is kept. Every word is the
// page's own; of the manifest only names appear.

interface Phrase {
  /** What the plugin does with it. */
  verb: string;
  yours: string;
  theirs: string;
}

const phrase = (verb: string, yours: string, theirs: string): Phrase => ({ verb, yours, theirs });

const categories: Record<string, Phrase> = {
  "room.meta": phrase("learns", "how good your connection is, only together with the others'", "how good their connections are, only together"),
  "identity.pseudonym": phrase("learns", "that you are here, by a made-up id", "that they are here, by a made-up id"),
  "identity.profile": phrase("learns", "your name", "their name"),
  "identity.card": phrase("reads", "your user card", "their user card"),
  "behaviour.presence": phrase("learns", "when you come and go", "when they come and go"),
  "behaviour.speaking": phrase("learns", "when you speak", "when they speak"),
  "behaviour.interaction": phrase("reads", "your reactions", "their reactions"),
  "content.chat": phrase("reads", "what you write in the chat", "what they write in the chat"),
  "content.file": phrase("reads", "the files that you hand to it", "the files that they hand to it"),
  "content.audio": phrase("takes", "your voice", "their voice"),
  "content.video": phrase("takes", "your camera picture", "their camera picture"),
  "content.screen": phrase("takes", "your shared screen", "their shared screen"),
  "plugin.input": phrase("takes", "what you do in its window", "what they do in its window"),
};

/** A category by name, as this person's or as somebody else's. */
export const categoryWords = (data: string, mine: boolean): string => categories[data]?.[mine ? "yours" : "theirs"] ?? data;

/** Where it goes, as the end of "... and". */
function doing(plugin: RoomPluginView, { data, to }: PluginFlowView, pluginName: PluginName): Words {
  const { them } = formsOf(data);
  if (to.startsWith("sink:")) return sending(plugin, to, them);
  if (to.startsWith("plugin:")) return say`hands ${them} to the plugin ${named(pluginName(to.slice("plugin:".length)))}`;
  switch (to) {
    case "ui":
      return [data === "plugin.input" ? `shows ${them} to the others there` : `shows ${them} in its window, to whoever is here`];
    case "room":
      return [`posts ${them} to everyone in the room`];
    case "storage.room":
      return [`stores ${them} on this host, for this room`];
    case "storage.user":
      return [`stores ${them} on this host, in a place of your own`];
    case "download":
      return [`saves ${them} in a file on the device of someone in the room`];
    default:
      return say`passes ${them} to ${named(to)}`;
  }
}

function sending(plugin: RoomPluginView, to: string, them: string): Words {
  const sink = sinkOf(plugin, to);
  if (!sink) return say`sends ${them} to ${named(to.slice("sink:".length))}`;
  return say`sends ${them} to ${named(sink.operator)} in ${inCountry(sink.country)} (${hostOf(sink.url)})`;
}

export const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : url);

function countryName(code: string): string {
  try {
    return new Intl.DisplayNames(["en"], { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}

const withArticle = /^(United |Netherlands|Philippines|Bahamas|Gambia|Maldives|Comoros|Seychelles|Isle of Man|Dominican Republic|Central African)| Islands$|Territor/;

/** As it stands after "in". */
export function inCountry(code: string): string {
  const name = countryName(code);
  return withArticle.test(name) ? `the ${name}` : name;
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

/** What another plugin is called; its id where nobody knows. */
export type PluginName = (id: string) => string;

/** The sentence in parts, so that names can be set apart from the page's own words. */
export function flowWords(plugin: RoomPluginView, flow: PluginFlowView, pluginName: PluginName = (id) => id): Words {
  const verb = categories[flow.data]?.verb ?? "reads";
  const purpose = purposeWords(flow.purpose);
  const what = categoryWords(flow.data, true);
  // What ends in an aside is closed before the sentence goes on.
  return say`${named(plugin.name)} ${verb} ${what}${what.includes(",") ? "," : ""} and ${doing(plugin, flow, pluginName)}${purpose ? ` ${purpose}` : ""}; ${keepingWords(plugin, flow, pluginName)}.`;
}

export const flowSentence = (plugin: RoomPluginView, flow: PluginFlowView, pluginName?: PluginName): string => plain(flowWords(plugin, flow, pluginName));

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

/** What of this person's a plugin can be given by a capability. */
export const givenBy = (capability: string): string[] => (yields[capability] ?? []).map((data) => categoryWords(data, true));

// Which capability takes data there.
const sends: Record<string, readonly string[]> = {
  room: ["chat.send", "ui.notification"], download: ["files.offer"], "storage.room": ["storage.room"], "storage.user": ["storage.user"],
  sink: ["net.fetch"], plugin: ["plugin.call"],
};

/** Why the author says that it is needed: for reading it, and for taking it out where that has a capability of its own. */
export function reasonsFor(plugin: RoomPluginView, flow: PluginFlowView): string[] {
  const sending = sends[flow.to] ?? sends[flow.to.split(":")[0]!] ?? [];
  const reasonOf = (is: (name: string) => boolean) => plugin.capabilities.find((each) => each.reason && is(each.name))?.reason ?? null;
  const reasons = [reasonOf((name) => yields[name]?.includes(flow.data) ?? false), reasonOf((name) => sending.includes(name))];
  return [...new Set(reasons.filter((reason) => reason !== null))];
}
