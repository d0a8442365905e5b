import { onDemand } from "../design/onDemand";
import type { RoomSession } from "../room/session";
import { CatalogList } from "./panel/CatalogList";
import { PluginCard } from "./panel/PluginCard";
import { PurposeSwitches } from "./panel/PurposeSwitches";
import "./plugins.css";

const LedgerPanel = onDemand(() => import("./ledger/LedgerPanel").then((part) => part.LedgerPanel));

const ReceiptsPanel = onDemand(() => import("../consent/receipts/ReceiptsPanel").then((part) => part.ReceiptsPanel));

const views = { plugins: "In this room", ledger: "Who sees what", receipts: "Receipts" } as const;

/** What stands under "Plugins": what is in the room and this person's choices, what could be added, and who got what. */
export function PluginsPanel({ session }: { session: RoomSession }) {
  const store = session.plugins;
  const { view } = store;
  const plugins = store.roomPlugins.value;
  // Whoever has taken nothing back has no use for an empty list.
  const shown = (Object.keys(views) as (keyof typeof views)[]).filter((key) => key !== "receipts" || store.receipts.all.value.length > 0);
  return (
    <div class="plugins">
      <div class="plugins__views" role="group" aria-label="Show">
        {shown.map((key) => (
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
        <PurposeSwitches session={session} />
        <CatalogList store={store} />
      </div>
      {view.value === "receipts" && <ReceiptsPanel book={store.receipts} />}
      {view.value === "ledger" && <LedgerPanel store={store} />}
    </div>
  );
}
