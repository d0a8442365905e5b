import { Button } from "../design/Button";
import { Icon } from "../design/icons";
import type { RoomSession } from "../room/session";
import type { RoomPluginView } from "../signaling/protocol";
import { listed, named, plain, Said, say, type Words } from "./saying/words";
import "./consent.css";

/** Says once that there is something to decide, for however many plugins, and blocks nothing: until then they get nothing. */
export function PluginNotices({ session, onDecide }: { session: RoomSession; onDecide: () => void }) {
  const { desk } = session.plugins;
  const waiting = desk.waiting.value;
  if (waiting.length === 0 || desk.shown.value) return null;
  const ids = waiting.map(({ id }) => id);
  const names = plain(listed(waiting.map(({ name }) => [name])));
  // The panel as well: there is the way back to these answers, and to the plugin's window.
  const decide = () => {
    onDecide();
    desk.open(ids);
  };
  return (
    <div class="notice notice--plugin" role="status">
      <Icon name="plugins" />
      <p>
        <Said words={noticeWords(waiting, session)} />
      </p>
      <div class="notice__actions">
        <Button look="quiet" aria-label={`Decide for ${names}`} onClick={decide}>
          Decide
        </Button>
        <Button look="quiet" aria-label={`Not now for ${names}`} onClick={() => desk.putOff(ids)}>
          Not now
        </Button>
      </div>
    </div>
  );
}

function noticeWords(waiting: readonly RoomPluginView[], { self, plugins: { desk } }: RoomSession): Words {
  const [first] = waiting;
  const names = listed(waiting.map(({ name }) => [named(name)]));
  if (waiting.every((plugin) => desk.asksAnew(plugin))) return say`A moderator switched on a further use that ${names} would make of your data. You can refuse it.`;
  if (first && waiting.length === 1) {
    const by = first.addedById === self ? "You" : named(first.addedBy);
    return say`${by} added ${named(first.name)}. It gets nothing from you unless you allow it.`;
  }
  return say`${names} are in this room. They get nothing from you unless you allow it.`;
}
