import type { PluginFlowView, RoomPluginView } from "../../signaling/protocol";
import { durationWords, secondsOf } from "./durations";
import { formsOf, type Forms } from "./number";
import { sinkOf } from "./reach";
import { named, say, type Words } from "./words";

/** The host keeps nothing for longer beyond a room's end, see docs/storage.md. */
const longestDays = 30;

/** How long it is kept there, and whose word that is: the host's own is a fact, everybody else's a promise. */
export function keepingWords(plugin: RoomPluginView, { data, to, retention }: PluginFlowView, pluginName: (id: string) => string): Words {
  const forms = formsOf(data);
  const { it, is, verb } = forms;
  if (to.startsWith("sink:")) return promise(plugin, to, retention, forms);
  if (to.startsWith("plugin:")) return say`from there ${it} ${verb("goes", "go")} only where you let ${named(pluginName(to.slice("plugin:".length)))} take ${forms.them}`;
  switch (to) {
    case "download":
      return ["how long the file is kept is up to whoever has it"];
    case "room":
      return [`${it} ${verb("stays", "stay")} in front of everybody until they leave`];
    case "storage.room":
      return [storedForRoom(retention, forms)];
    case "storage.user":
      return [isTime(retention) ? `${it} ${is} deleted after ${durationWords(retention)}, or when the room ends` : `${it} ${is} deleted when the room ends`];
    default:
      return shown(plugin, data, retention, forms);
  }
}

const isTime = (retention: string) => retention !== "none" && retention !== "room";

function shown(plugin: RoomPluginView, data: string, retention: string, { it, them, is }: Forms): Words {
  if (isTime(retention)) return say`${named(plugin.publisherName)} promises to take ${them} away after ${durationWords(retention)}`;
  if (retention === "room") return [`${it} ${is} kept until the room ends`];
  return [data === "plugin.input" ? "it is not kept" : `${it} ${is} not kept there`];
}

function storedForRoom(retention: string, { it, them, is, verb }: Forms): string {
  if (!isTime(retention)) return `${it} ${is} deleted when the room ends`;
  const cut = secondsOf(retention) > longestDays * 86_400;
  const time = cut ? `${longestDays} days, the longest that this host keeps anything` : durationWords(retention);
  return `${it} ${verb("outlives", "outlive")} the room, and whoever meets next under this room name can be shown ${them}, for ${time}`;
}

/** The manifest is the publisher's word. Only where the publisher runs the place as well is it the operator's. */
function promise(plugin: RoomPluginView, to: string, retention: string, { them }: Forms): Words {
  const operator = named(sinkOf(plugin, to)?.operator ?? "whoever runs it");
  const after = retention === "room" ? "when the room ends" : `after ${durationWords(retention)}`;
  if (operator.name === plugin.publisherName) return say`${operator} promises ${retention === "none" ? `not to keep ${them}` : `to delete ${them} ${after}`}`;
  return say`${named(plugin.publisherName)} promises that ${operator} ${retention === "none" ? `does not keep ${them}` : `deletes ${them} ${after}`}`;
}
