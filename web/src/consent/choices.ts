import type { PluginFlowView, RoomPluginView } from "../signaling/protocol";
import { isSwitchable } from "./purposes";
import { changesPicture } from "./saying/reach";

export type Choice = "allow" | "refuse" | "unset";

/** Flow key -> choice, of this person for one plugin. What is missing is unset. */
export type Choices = ReadonlyMap<string, string>;

export const choiceOf = (choices: Choices | undefined, flow: PluginFlowView): Choice => {
  const choice = choices?.get(flow.key);
  return choice === "allow" || choice === "refuse" ? choice : "unset";
};

/** Asked anew each time that it is about to happen, and never before; there is nothing to decide in advance. */
export const isAskedEachTime = (flow: PluginFlowView): boolean => flow.critical;

export const neededFlows = (plugin: RoomPluginView): PluginFlowView[] => plugin.flows.filter((flow) => !flow.optional && !isAskedEachTime(flow));

export const optionalFlows = (plugin: RoomPluginView): PluginFlowView[] => plugin.flows.filter((flow) => flow.optional && !isAskedEachTime(flow) && !isSwitchable(flow));

/** Asked because a moderator switched on what they are for; never part of an answer to all. */
export const switchedFlows = (plugin: RoomPluginView): PluginFlowView[] => plugin.flows.filter((flow) => isSwitchable(flow) && !isAskedEachTime(flow));

/** What has to be answered before the plugin has been decided about: what it needs, or what it offers where it needs nothing. */
const askedFlows = (plugin: RoomPluginView): PluginFlowView[] =>
  [neededFlows, optionalFlows, switchedFlows].map((some) => some(plugin)).find((flows) => flows.length > 0) ?? [];

export const isUndecided = (plugin: RoomPluginView, choices: Choices | undefined): boolean =>
  askedFlows(plugin).some((flow) => choiceOf(choices, flow) === "unset");

/** What a moderator switched on and this person has not answered yet. */
export const newlyAsked = (plugin: RoomPluginView, choices: Choices | undefined): PluginFlowView[] =>
  switchedFlows(plugin).filter((flow) => choiceOf(choices, flow) === "unset");

/** Where this person stands with a plugin, in one line. */
export function standingWords(plugin: RoomPluginView, choices: Choices | undefined): string {
  const [needed, optional] = [neededFlows(plugin), [...optionalFlows(plugin), ...switchedFlows(plugin)]];
  const count = (flows: readonly PluginFlowView[], choice: Choice) => flows.filter((flow) => choiceOf(choices, flow) === choice).length;
  const allowed = count(needed, "allow") + count(optional, "allow");
  if (plugin.flows.length === 0 && changesPicture(plugin)) return "It sees your picture when you switch it on; nothing else comes out.";
  if (plugin.flows.length === 0) return "It uses nobody's data, so it gets none.";
  if (needed.length + optional.length === 0) return "It asks you each time.";
  if (isUndecided(plugin, choices)) return allowed === 0 ? "Not decided: it gets nothing from you." : "Not decided in full.";
  if (allowed === 0) return "Refused: it gets nothing from you.";
  if (count(needed, "allow") < needed.length) return `Allowed in part: ${allowed} of ${needed.length + optional.length}.`;
  if (needed.length === 0) return `Allowed: ${allowed} of ${optional.length}.`;
  const more = count(optional, "allow");
  return more === 0 ? "Allowed: what it needs." : `Allowed: what it needs, and ${more} of ${optional.length} more.`;
}

/** Categories of which something is allowed and yet nothing is given, because something that it needs as well is not. */
export const heldBack = (plugin: RoomPluginView, choices: Choices | undefined): string[] => [
  ...new Set(plugin.flows.filter((flow) => choiceOf(choices, flow) === "allow" && !allowsData(plugin, choices, flow.data)).map(({ data }) => data)),
];

/** The gate's rule at the door: a category is given when every flow of it that is not optional is allowed, and at least one is. */
export function allowsData(plugin: RoomPluginView, choices: Choices | undefined, data: string): boolean {
  const flows = plugin.flows.filter((flow) => flow.data === data);
  const allowed = (flow: PluginFlowView) => choiceOf(choices, flow) === "allow";
  return flows.some(allowed) && flows.every((flow) => flow.optional || allowed(flow));
}

/** Whether what this person does in the plugin's frame may leave it. */
export const allowsInput = (plugin: RoomPluginView, choices: Choices | undefined): boolean =>
  allowsData(plugin, choices, "plugin.input") &&
  plugin.flows.some((flow) => flow.data === "plugin.input" && flow.to === "ui" && choiceOf(choices, flow) === "allow");
