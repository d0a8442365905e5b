import { useSignal } from "@preact/signals";
import { onDemand } from "../design/onDemand";
import type { RoomSession } from "../room/session";
import { CatalogList } from "./panel/CatalogList";
import { PluginCard } from "./panel/PluginCard";
import "./plugins.css";

const LedgerPanel = onDemand(() => import("./ledger/LedgerPanel").then((part) => part.LedgerPanel));

const views = { plugins: "In this room", ledger: "Who sees what" } as const;

/** What stands under "Plugins": what is in the room and this person's choices, what could be added, and who got what. */
export function PluginsPanel({ session }: { session: RoomSession }) {
  const store = session.plugins;
  const view = useSignal<keyof typeof views>("plugins");
  const plugins = store.roomPlugins.value;
  return (
    <div class="plugins">
      <div class="plugins__views" role="group" aria-label="Show">
        {(Object.keys(views) as (keyof typeof views)[]).map((key) => (
          <button key={key} type="button" aria-pressed={view.value === key} onClick={() => (view.value = key)}>
            {views[key]}
          </button>
        ))}
      </div>
      <div hidden={view.value !== "plugins"}>
        {plugins.length === 0 && <p class="plugins__none">No plugin is in this room, so nothing here reads along.</p>}
        {plugins.map((plugin) => (
          <PluginCard key={plugin.id} session={session} plugin={plugin} />
        ))}
        <CatalogList store={store} />
      </div>
      {view.value === "ledger" && <LedgerPanel store={store} />}
    </div>
  );
}
