import type { PluginFlowView, RoomPluginView } from "../../signaling/protocol";
import { durationWords, secondsOf } from "./durations";
import { sinkOf } from "./reach";
import { named, say, type Words } from "./words";

/** The host keeps nothing for longer beyond a room's end, see docs/storage.md. */
const longestDays = 30;

/** How long it is kept there, and whose word that is: the host's own is a fact, everybody else's a promise. */
export function keepingWords(plugin: RoomPluginView, { data, to, retention }: PluginFlowView, pluginName: (id: string) => string): Words {
  if (to.startsWith("sink:")) return promise(plugin, to, retention);
  if (to.startsWith("plugin:")) return say`from there it goes only where you let ${named(pluginName(to.slice("plugin:".length)))} take it`;
  switch (to) {
    case "download":
      return ["how long the file is kept is up to whoever has it"];
    case "room":
      return ["it stays in front of them until they leave"];
    case "storage.room":
      return [storedForRoom(retention)];
    case "storage.user":
      return [isTime(retention) ? `it is deleted after ${durationWords(retention)}, or when the room ends` : "it is deleted when the room ends"];
    default:
      return shown(plugin, data, retention);
  }
}

const isTime = (retention: string) => retention !== "none" && retention !== "room";

function shown(plugin: RoomPluginView, data: string, retention: string): Words {
  if (isTime(retention)) return say`${named(plugin.publisherName)} promises to take it away after ${durationWords(retention)}`;
  if (retention === "room") return ["it is kept until the room ends"];
  return [data === "plugin.input" ? "it is not kept" : "it is not kept there"];
}

function storedForRoom(retention: string): string {
  if (!isTime(retention)) return "it is deleted when the room ends";
  const cut = secondsOf(retention) > longestDays * 86_400;
  const time = cut ? `${longestDays} days, the longest that this host keeps anything` : durationWords(retention);
  return `it outlives the room, and whoever meets next under this room name can be shown it, for ${time}`;
}

/** The manifest is the publisher's word. Only where the publisher runs the place as well is it the operator's. */
function promise(plugin: RoomPluginView, to: string, retention: string): Words {
  const operator = named(sinkOf(plugin, to)?.operator ?? "whoever runs it");
  const after = retention === "room" ? "when the room ends" : `after ${durationWords(retention)}`;
  if (operator.name === plugin.publisherName) return say`${operator} promises ${retention === "none" ? "not to keep it" : `to delete it ${after}`}`;
  return say`${named(plugin.publisherName)} promises that ${operator} ${retention === "none" ? "does not keep it" : `deletes it ${after}`}`;
}
