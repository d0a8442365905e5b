import { EmptyState } from "../design/EmptyState";
import type { RoomSession } from "../room/session";

/** What stands under "Plugins": the catalog, what is in the room, and this person's choices. */
export function PluginsPanel({ session }: { session: RoomSession }) {
  const plugins = session.roomPlugins.value;
  if (plugins.length === 0) {
    return (
      <EmptyState icon="plugins" title="No plugin is in this room">
        <p>{session.catalog.value.length} installed on this host.</p>
      </EmptyState>
    );
  }
  return (
    <ul>
      {plugins.map((plugin) => (
        <li key={plugin.id}>
          {plugin.name} {plugin.version}, added by {plugin.addedBy}
        </li>
      ))}
    </ul>
  );
}
