import { sinkOf } from "../../../consent/saying/reach";
import { named, say, type Words } from "../../../consent/saying/words";
import { inCountry, type PluginName } from "../../../consent/sentences";
import type { RoomPluginView } from "../../../signaling/protocol";

const places: Record<string, string> = {
  ui: "Shown in its windows",
  room: "Posted in the room",
  "storage.room": "Stored on this host, for the room",
  "storage.user": "Stored on this host, for each person",
  download: "Saved on someone's device",
};

/** What happened at a place: it was sent, shown, stored, handed on. */
export function placeWords(plugin: RoomPluginView | undefined, sink: string, pluginName: PluginName): Words {
  if (sink.startsWith("plugin:")) return say`Handed to the plugin ${named(pluginName(sink.slice("plugin:".length)))}`;
  if (!sink.startsWith("sink:")) return [places[sink] ?? sink];
  const known = plugin && sinkOf(plugin, sink);
  return known ? say`Sent to ${named(known.operator)} in ${inCountry(known.country)}` : say`Sent to the outside place “${named(sink.slice("sink:".length))}”`;
}
