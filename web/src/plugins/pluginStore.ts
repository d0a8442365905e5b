import { signal, type ReadonlySignal } from "@preact/signals";
import type { RoomSession } from "../room/session";
import type { CatalogPlugin, JoinReply, PluginPeople, RoomPluginView } from "../signaling/protocol";

/** What the page knows about plugins, by the host's word. */
export interface PluginStore {
  readonly catalog: ReadonlySignal<readonly CatalogPlugin[]>;
  readonly roomPlugins: ReadonlySignal<readonly RoomPluginView[]>;
  /** Plugin id -> flow key -> `allow`, `refuse` or `unset`. */
  readonly consents: ReadonlySignal<ReadonlyMap<string, ReadonlyMap<string, string>>>;
  readonly pluginPeople: ReadonlySignal<ReadonlyMap<string, PluginPeople>>;
  /** Title of the plugin that stands on the stage in this page; null while none does. */
  readonly stageTitle: ReadonlySignal<string | null>;
  /** After a dropped socket: the host's state is the truth. */
  resumed(reply: JoinReply): void;
  close(): void;
}

export function createPluginStore(session: RoomSession, reply: JoinReply): PluginStore {
  const catalog = signal<readonly CatalogPlugin[]>(reply.catalog);
  const roomPlugins = signal<readonly RoomPluginView[]>(reply.plugins);
  const stop = session.connection.on("catalogChanged", (plugins) => (catalog.value = plugins));
  return {
    catalog,
    roomPlugins,
    consents: signal(new Map()),
    pluginPeople: signal(new Map()),
    stageTitle: signal(null),
    resumed: (again) => {
      catalog.value = again.catalog;
      roomPlugins.value = again.plugins;
    },
    close: stop,
  };
}
