import { useSignal } from "@preact/signals";
import { Button } from "../design/Button";
import { Sheet } from "../design/Sheet";
import { toast } from "../design/Toast";
import type { ParticipantView } from "../signaling/protocol";
import type { RoomModeration } from "./roomModeration";
import "./actions.css";

/** What a moderator can do about somebody else. */
export function PersonActions({ moderation, person, onClose }: { moderation: RoomModeration; person: ParticipantView; onClose: () => void }) {
  const removing = useSignal(false);
  const { id, name } = person;
  const act = (action: () => Promise<void>, done: string | null) => {
    onClose();
    void carryOut(action, done);
  };
  if (removing.value) {
    return (
      <Sheet title={`Remove ${name} from the room?`} onClose={onClose}>
        <p>Their page leaves the call and says that it was you. Whoever has the link can still come in again as somebody new.</p>
        <div class="moderating__actions">
          <Button look="danger" onClick={() => act(() => moderation.remove(id), null)}>
            Remove
          </Button>
          <Button onClick={onClose}>Keep in the room</Button>
        </div>
      </Sheet>
    );
  }
  return (
    <Sheet title={name} onClose={onClose}>
      <ul class="moderating">
        <li>
          <Button onClick={() => act(() => moderation.mute(id), `${name} was muted.`)}>Mute</Button>
          <span class="small muted">They can unmute themselves again.</span>
        </li>
        {!person.moderator && (
          <li>
            <Button onClick={() => act(() => moderation.name(id), `${name} is a moderator now.`)}>Make moderator</Button>
            <span class="small muted">They can mute and remove people, you included.</span>
          </li>
        )}
        <li>
          <Button onClick={() => (removing.value = true)}>Remove…</Button>
          <span class="small muted">Puts them out of the room.</span>
        </li>
      </ul>
    </Sheet>
  );
}

/** What a moderator can do about their own role. */
export function OwnRole({ moderation, onClose }: { moderation: RoomModeration; onClose: () => void }) {
  const stepDown = () => {
    onClose();
    void carryOut(() => moderation.stepDown(), null);
  };
  return (
    <Sheet title="You are a moderator" onClose={onClose}>
      <p>You can mute and remove people, and you are asked when a plugin wants to. Somebody has to: before you step down, make another person moderator.</p>
      <div class="moderating__actions">
        <Button onClick={stepDown}>Step down</Button>
      </div>
    </Sheet>
  );
}

/** @param done Null where the change says itself. */
async function carryOut(action: () => Promise<void>, done: string | null) {
  try {
    await action();
    if (done) toast(done);
  } catch (error) {
    toast(error instanceof Error ? error.message : "It did not work. Try again.", 6_000);
  }
}
