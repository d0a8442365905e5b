import { Button } from "../../design/Button";
import { IconButton } from "../../design/IconButton";
import { Icon } from "../../design/icons";
import type { RoomSession } from "../../room/session";

/** Says that a version waits for this person. Nothing changes until they answer, so it blocks nothing. */
export function UpdateNotices({ session, onDecide }: { session: RoomSession; onDecide: () => void }) {
  const store = session.plugins;
  return (
    <>
      {store.updates.notices.value.map((plugin) => (
        <div key={plugin.update!.id} class="notice notice--plugin" role="status">
          <Icon name="plugins" />
          <p>
            {plugin.update!.older ? "An older version" : "An update"} of <bdi>{plugin.name}</bdi> would change what you decided on. Until you answer, {plugin.version} runs on.
          </p>
          <div class="notice__actions">
            <Button
              look="quiet"
              aria-label={`See what changes in ${plugin.name}`}
              onClick={() => {
                store.updates.later(plugin);
                store.shownUpdate.value = plugin.id;
                onDecide();
              }}
            >
              See
            </Button>
            <IconButton icon="close" label={`Later for the update of ${plugin.name}`} look="quiet" onClick={() => store.updates.later(plugin)} />
          </div>
        </div>
      ))}
    </>
  );
}
