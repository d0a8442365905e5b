import { onDemand } from "../design/onDemand";
import type { PluginStore } from "../plugins/pluginStore";

const ConsentSheet = onDemand(
  () => import("./ConsentSheet").then((part) => part.ConsentSheet),
  ({ store }) => store.desk.close(),
);

/** The sheet of the plugin that is to be decided about now; nothing while there is none. */
export function ConsentSheets({ store, self }: { store: PluginStore; self: string }) {
  const plugin = store.desk.shown.value;
  return plugin && <ConsentSheet key={plugin.id} store={store} plugin={plugin} self={self} />;
}
