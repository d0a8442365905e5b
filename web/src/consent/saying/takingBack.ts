import type { RoomPluginView } from "../../signaling/protocol";
import { sinkOf } from "./reach";
import { listed, named, say, type Words } from "./words";

/** What taking a permission back does, and what it cannot do; by where this plugin's flows go. */
export function takingBackWords(plugin: RoomPluginView): Words[] {
  const flows = plugin.flows.filter((flow) => !flow.critical);
  const goesTo = (to: string) => flows.some((flow) => flow.to === to);
  const operators = [...new Set(flows.flatMap(({ to }) => sinkOf(plugin, to)?.operator ?? []))];
  const words: Words[] = [["It ends at once: your browser holds it back, and whatever has seen it is ended and starts anew without you."]];
  if (goesTo("storage.room") || goesTo("storage.user")) words.push(["What it stored with your data in it is deleted."]);
  if (operators.length > 0) words.push(say`What was sent to ${listed(operators.map((name) => [named(name)]))} before is there; only they can delete it.`);
  if (goesTo("download")) words.push(["A file that somebody saved stays on their device."]);
  if (goesTo("room") || goesTo("ui")) words.push(["What others have seen by then, they have seen."]);
  words.push(["You get a receipt of what was deleted and what had gone where."]);
  return words;
}
