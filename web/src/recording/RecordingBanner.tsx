import { Icon } from "../design/icons";
import type { RoomSession } from "../room/session";

/** Everybody sees that a recording runs and who started it. */
export function RecordingBanner({ session }: { session: RoomSession }) {
  const recording = session.recording.value;
  if (!recording) return null;
  return (
    <div class="notice notice--danger" role="status">
      <Icon name="record" />
      <p>
        {recording.startedBy} is recording with {recording.pluginName}.
      </p>
    </div>
  );
}
