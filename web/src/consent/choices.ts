import type { PluginFlowView, RoomPluginView } from "../signaling/protocol";

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

export const optionalFlows = (plugin: RoomPluginView): PluginFlowView[] => plugin.flows.filter((flow) => flow.optional && !isAskedEachTime(flow));

export const isUndecided = (plugin: RoomPluginView, choices: Choices | undefined): boolean =>
  neededFlows(plugin).some((flow) => choiceOf(choices, flow) === "unset");

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
