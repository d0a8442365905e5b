import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import type { RoomPluginView } from "../../signaling/protocol";
import type { PluginStore } from "../pluginStore";
import type { UpdateCardProps } from "./UpdateCard";

// Updates are rare: what shows them is fetched with the first one.
const card = signal<{ View: ComponentType<UpdateCardProps> } | null>(null);

export function WaitingUpdate({ store, plugin }: { store: PluginStore; plugin: RoomPluginView }) {
  if (!plugin.update) return null;
  if (!card.value) void import("./UpdateCard").then(({ UpdateCard: View }) => (card.value = { View }));
  const View = card.value?.View;
  return View ? <View key={plugin.update.id} store={store} plugin={plugin} update={plugin.update} /> : null;
}
