import type { RoomPluginView } from "../../signaling/protocol";

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
  if (plugin.state === "uiOnly") return "It has none; it runs in the browsers.";
  if (tierOf(plugin) === undefined) return "It does not run on this host.";
  return isUnconfined(plugin) ? `Not confined, ${plugin.isolation}.` : `Confined, ${plugin.isolation}.`;
}

/** Beside its name; empty for what is not confined, which is said loudly instead, and for what does not run. */
export const confinedWords = (plugin: Confined): string => {
  const tier = tierOf(plugin);
  return tier === undefined || tier === "0" ? "" : "runs confined";
};

/** The operator lets plugins run outside of any sandbox (`--sandbox-floor 0`). */
export const isUnconfined = (plugin: Confined): boolean => tierOf(plugin) === "0";
