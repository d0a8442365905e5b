import type { PluginSinkView, RoomPluginView } from "../../signaling/protocol";

export interface Badge {
  text: string;
  kind: "none" | "inside" | "stored" | "device" | "outside";
}

/** The declared place outside that a flow names. */
export const sinkOf = (plugin: RoomPluginView, to: string): PluginSinkView | undefined =>
  to.startsWith("sink:") ? plugin.sinks.find((each) => each.id === to.slice("sink:".length)) : undefined;

/** Its code is shown this person's own picture, in a frame that has no way out but that picture; so no flow names it. */
export const changesPicture = (plugin: RoomPluginView): boolean => plugin.capabilities.some(({ name }) => name === "media.local.transform");

/** How far data can go, by the flows that the manifest declares, whether or not they are optional. */
export function badgeOf(plugin: RoomPluginView): Badge {
  // Two addresses of one operator are one place to whoever has to trust them.
  const places = new Set(plugin.flows.filter(({ to }) => to.startsWith("sink:")).map(({ to }) => placeOf(plugin, to)));
  if (places.size > 0) return { text: `Leaves to ${places.size} ${places.size === 1 ? "place" : "places"}`, kind: "outside" };
  if (plugin.flows.some(({ to }) => to === "download")) return { text: "Saved on someone's device", kind: "device" };
  if (plugin.flows.some(({ to }) => to.startsWith("storage."))) return { text: "Stored here", kind: "stored" };
  if (plugin.flows.length > 0) return { text: "Stays in this room", kind: "inside" };
  if (changesPicture(plugin)) return { text: "Stays in your browser", kind: "inside" };
  return { text: "No data", kind: "none" };
}

function placeOf(plugin: RoomPluginView, to: string): string {
  const sink = sinkOf(plugin, to);
  return sink ? `${sink.operator} (${sink.country})` : to;
}
