import type { PluginFlowView, PurposeView, RoomPluginView } from "../signaling/protocol";

// Two purposes are off until a moderator of the room switches them on, as in src/Host/Vocabulary/Purpose.cs. Until then nobody is asked.
const switchable: readonly string[] = ["training", "marketing"];

/** What this room has switched on, by the host's word. */
export type Purposes = readonly PurposeView[];

/** Asked only because a moderator switched it on; so each room asks anew. */
export const isSwitchable = (flow: Pick<PluginFlowView, "purpose">): boolean => switchable.includes(flow.purpose);

export const isSwitchedOff = (flow: Pick<PluginFlowView, "purpose">, purposes: Purposes): boolean =>
  isSwitchable(flow) && !purposes.some(({ name, on }) => on && name === flow.purpose);

/** The plugin without the flows that are switched off in this room: those happen to nobody, so nobody is asked about them. */
export const inForce = (plugin: RoomPluginView, purposes: Purposes): RoomPluginView =>
  plugin.flows.some((flow) => isSwitchedOff(flow, purposes)) ? { ...plugin, flows: plugin.flows.filter((flow) => !isSwitchedOff(flow, purposes)) } : plugin;
