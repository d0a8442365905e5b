import { Button } from "../design/Button";
import { IconButton } from "../design/IconButton";
import { Icon } from "../design/icons";
import type { RoomSession } from "../room/session";
import "./consent.css";

/** Says that there is something to decide, and blocks nothing: until then a plugin gets nothing. */
export function PluginNotices({ session, onDecide }: { session: RoomSession; onDecide: () => void }) {
  const store = session.plugins;
  return (
    <>
      {store.notices.value.map(({ plugin }) => (
        <div key={plugin.id} class="notice notice--plugin" role="status">
          <Icon name="plugins" />
          <p>
            {plugin.addedById === session.self ? "You" : plugin.addedBy} added <bdi>{plugin.name}</bdi>: decide what it may know about you.
          </p>
          <Button
            look="quiet"
            aria-label={`Decide for ${plugin.name}`}
            onClick={() => {
              store.dismiss(plugin.id);
              store.shown.value = plugin.id;
              onDecide();
            }}
          >
            Decide
          </Button>
          <IconButton icon="close" label={`Later for ${plugin.name}`} look="quiet" onClick={() => store.dismiss(plugin.id)} />
        </div>
      ))}
    </>
  );
}
