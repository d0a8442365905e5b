import { PluginNotices } from "../consent/PluginNotices";
import { UpdateNotices } from "../plugins/updates/UpdateNotices";
import { ReceiptNotices } from "../consent/receipts/ReceiptNotices";
import { Button } from "../design/Button";
import { Icon } from "../design/icons";
import { OverlayBar } from "../plugins/surfaces/OverlayBar";
import { PictureNotice } from "../plugins/transform/PictureNotice";
import { RecordingNotices } from "../recording/RecordingNotices";
import type { RoomSession } from "../room/session";
import { playBlockedSound, soundBlocked } from "./MediaView";

/** What everybody has to know now: a recording, a lost connection, sound held back, a plugin to decide about. */
export function Notices({ session, onDecide }: { session: RoomSession; onDecide: () => void }) {
  return (
    <div class="notices">
      <RecordingNotices recording={session.recording} />
      <ConnectionNotice session={session} />
      <PictureNotice pictures={session.pictures} />
      <OverlayBar store={session.plugins} />
      <PluginNotices session={session} onDecide={onDecide} />
      <UpdateNotices session={session} onDecide={onDecide} />
      <ReceiptNotices
        book={session.plugins.receipts}
        onShow={() => {
          session.plugins.view.value = "receipts";
          onDecide();
        }}
      />
      {soundBlocked.value && (
        <div class="notice notice--warning" role="alert">
          <Icon name="volume" />
          <p>Your browser holds the sound back until you click.</p>
          <Button look="quiet" onClick={playBlockedSound}>
            Turn sound on
          </Button>
        </div>
      )}
    </div>
  );
}

function ConnectionNotice({ session }: { session: RoomSession }) {
  const state = session.connection.state.value;
  if (state === "connected") return null;
  if (state === "reconnecting") {
    return (
      <div class="notice notice--warning" role="status">
        <Icon name="warning" />
        <p>Reconnecting… The call itself goes on; nobody can come in meanwhile.</p>
      </div>
    );
  }
  return (
    <div class="notice notice--danger" role="alert">
      <Icon name="warning" />
      <p>The host cannot be reached. Whoever you still see and hear stays connected.</p>
      <Button look="quiet" onClick={() => void session.connection.start()}>
        Try again
      </Button>
    </div>
  );
}
