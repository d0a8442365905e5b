import { Button } from "../../design/Button";
import type { RoomPluginView } from "../../signaling/protocol";
import type { Overlays } from "./overlays";

/** Brings an overlay back that this person has hidden. */
export function OverlaySwitch({ overlays, plugin }: { overlays: Overlays; plugin: RoomPluginView }) {
  if (!overlays.isHidden(plugin.id)) return null;
  return (
    <div class="plugin__actions">
      <Button aria-label={`Show what ${plugin.name} draws`} onClick={() => overlays.show(plugin.id)}>
        Show what it draws over the pictures
      </Button>
    </div>
  );
}
