import type { PluginFlowView, PluginUpdateView, RoomPluginView } from "../../signaling/protocol";
import { isSwitchedOff, type Purposes } from "../purposes";
import { categoryWords, purposeWords } from "../sentences";
import { listed, named, say, type Words } from "./words";

/** What a plugin would do and does not, because this room has not switched it on: a sentence for each purpose. */
export function switchedOffWords(plugin: RoomPluginView, purposes: Purposes): Words[] {
  const off = plugin.flows.filter((flow) => isSwitchedOff(flow, purposes));
  return [...new Set(off.map(({ purpose }) => purpose))].map((purpose) => {
    const data = [...new Set(off.filter((flow) => flow.purpose === purpose).map((flow) => categoryWords(flow.data, true)))];
    // What ends in an aside is closed before the sentence goes on.
    return say`${named(plugin.name)} also wants to use ${listed(data.map((words) => [words]))}${data.at(-1)!.includes(",") ? "," : ""} ${purposeWords(purpose)!}. That is switched off in this room.`;
  });
}

/** Those plugins of a room that want something for this purpose, switched on or not. */
export const wanting = (plugins: readonly RoomPluginView[], purpose: string): readonly RoomPluginView[] =>
  plugins.filter(({ flows, update }) => wants(flows, purpose) || wants(update?.flows ?? [], purpose));

const wants = (flows: readonly PluginFlowView[] | PluginUpdateView["flows"], purpose: string) => flows.some((flow) => flow.purpose === purpose);

/** What everybody is told when a moderator switches. */
export const switchedWords = (purpose: string, on: boolean): string =>
  on
    ? `A moderator switched on use ${purposeWords(purpose)}. Plugins that want it ask you first.`
    : `A moderator switched off use ${purposeWords(purpose)}. What anybody had allowed for it has ended.`;
