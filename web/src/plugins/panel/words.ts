import type { RoomPluginView } from "../../signaling/protocol";

export interface Badge {
  text: string;
  kind: "none" | "inside" | "device" | "outside";
}

/** How far data can go, by the flows that the manifest declares. */
export function badgeOf(plugin: Pick<RoomPluginView, "flows">): Badge {
  const places = new Set(plugin.flows.map((flow) => flow.to).filter((to) => to.startsWith("sink:")));
  if (places.size > 0) return { text: `Leaves to ${places.size} ${places.size === 1 ? "place" : "places"}`, kind: "outside" };
  if (plugin.flows.some((flow) => flow.to === "download")) return { text: "Saved on someone's device", kind: "device" };
  if (plugin.flows.length > 0) return { text: "Stays in this room", kind: "inside" };
  return { text: "No data", kind: "none" };
}

/** How its server side is doing, and whether that is fine. */
export function stateWords({ state, stateReason }: Pick<RoomPluginView, "state" | "stateReason">): { text: string; fine: boolean } {
  const because = stateReason ? `: ${stateReason}` : "";
  switch (state) {
    case "running":
      return stateReason ? { text: `Running. ${stateReason}`, fine: false } : { text: "Running", fine: true };
    case "uiOnly":
      return { text: "Runs in the browsers only", fine: true };
    case "starting":
      return { text: "Starting", fine: true };
    case "restarting":
      return { text: `Restarting${because}`, fine: false };
    default:
      return { text: `Stopped${because}`, fine: false };
  }
}

type Confined = Pick<RoomPluginView, "state" | "isolation">;

/** The host's words begin with the tier's number, where a server side runs or has run. */
const tierOf = ({ state, isolation }: Confined): string | undefined =>
  state === "uiOnly" ? undefined : /^tier (\d)/.exec(isolation)?.[1];

export function isolationWords(plugin: Confined): string {
  if (plugin.state === "uiOnly") return "It has no server side.";
  if (tierOf(plugin) === undefined) return "It does not run on this host.";
  return isUnconfined(plugin) ? `Not confined, ${plugin.isolation}.` : `Confined, ${plugin.isolation}.`;
}

/** Beside its name; empty for what is not confined, which is said loudly instead, and for what does not run. */
export const tierWords = (plugin: Confined): string => {
  const tier = tierOf(plugin);
  return tier === undefined || tier === "0" ? "" : `sandbox tier ${tier}`;
};

/** The operator lets plugins run outside of any sandbox (`--sandbox-floor 0`). */
export const isUnconfined = (plugin: Confined): boolean => tierOf(plugin) === "0";
