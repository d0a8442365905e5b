import { Button } from "../../design/Button";
import type { CatalogPlugin } from "../../signaling/protocol";
import type { PluginStore } from "../pluginStore";
import { CatalogState, TrustLine } from "../updates/TrustLine";
import { useAction } from "./useAction";

/** What is installed on this host and not in the room yet. It changes by itself when the operator drops a folder in. */
export function CatalogList({ store }: { store: PluginStore }) {
  const inRoom = new Set(store.roomPlugins.value.map((plugin) => plugin.id));
  const rest = store.catalog.value
    .filter((plugin) => !inRoom.has(plugin.id) || plugin.errors.length > 0 || plugin.update)
    .sort((a, b) => Number(a.state === "broken") - Number(b.state === "broken") || a.name.localeCompare(b.name));
  return (
    <section class="catalog" aria-labelledby="catalog-heading">
      <h3 id="catalog-heading">Installed on this host</h3>
      {rest.length === 0 && (
        <p class="catalog__none">{inRoom.size > 0 ? "Everything that is installed is in the room." : "Nothing is installed. Whoever runs this host can drop plugin folders in."}</p>
      )}
      <ul aria-live="polite">
        {rest.map((plugin) => (
          <CatalogItem key={plugin.id} store={store} plugin={plugin} inRoom={inRoom.has(plugin.id)} />
        ))}
      </ul>
    </section>
  );
}

function CatalogItem({ store, plugin, inRoom }: { store: PluginStore; plugin: CatalogPlugin; inRoom: boolean }) {
  const { busy, problem, run } = useAction();
  return (
    <li class="catalog__item">
      <div class="catalog__title">
        <p class="catalog__name">
          <bdi>{plugin.name}</bdi> <small>{plugin.version}</small>
        </p>
        {plugin.publisher && (
          <p class="catalog__by">
            by <bdi>{plugin.publisher}</bdi>
          </p>
        )}
      </div>
      {plugin.state === "ready" && !inRoom && (
        <Button aria-label={busy ? undefined : `Add ${plugin.name} to room`} disabled={busy} onClick={() => run(() => store.add(plugin.id))}>
          {busy ? "Adding…" : "Add"}
        </Button>
      )}
      <div class="catalog__text">
        {plugin.summary && <p dir="auto">{plugin.summary}</p>}
        <TrustLine trust={plugin.trust} />
        <CatalogState plugin={plugin} />
        {plugin.state === "settling" && <p class="catalog__by">Its files are still arriving.</p>}
        {plugin.errors.length > 0 && <CatalogErrors plugin={plugin} />}
        {problem && <p class="problem" role="alert">{problem}</p>}
      </div>
    </li>
  );
}

function CatalogErrors({ plugin }: { plugin: CatalogPlugin }) {
  const count = plugin.errors.length === 1 ? "1 error" : `${plugin.errors.length} errors`;
  return (
    <details class="catalog__errors">
      <summary>{plugin.state === "broken" ? `Cannot be used: ${count}` : `The new version has ${count}; the one before runs on`}</summary>
      <ul>
        {plugin.errors.map((error) => (
          <li key={error}>{error}</li>
        ))}
      </ul>
    </details>
  );
}
