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

export const isolationWords = ({ state, isolation }: Pick<RoomPluginView, "state" | "isolation">): string =>
  state === "uiOnly" ? "It has no server side." : `Confined by ${isolation}.`;
