import { Button } from "../design/Button";
import type { IconName } from "../design/icons";
import { MessagePage } from "../design/MessagePage";
import { removedWords } from "../people/moderationWords";
import type { RoomEnd } from "./session";

interface Words {
  icon: IconName;
  title: string;
  text: string;
  /** Null where there is no way back. */
  again: string | null;
}

function wordsFor(end: RoomEnd): Words {
  if (end.kind === "left") {
    return { icon: "check", title: "You left the room", text: "Camera and microphone are off. The room is gone once its last person leaves.", again: "Back to the room" };
  }
  if (end.kind === "taken") {
    return { icon: "screen", title: "The call goes on in another tab", text: "Your seat in this room is used in another tab or window now. You can close this one.", again: "Come in here as well" };
  }
  if (end.kind === "removed") {
    return { icon: "leave", title: "You are not in the room any more", text: removedWords(end.words), again: null };
  }
  if (end.kind === "refused" && end.error.code === "seat.removed") {
    return { icon: "leave", title: "You are not in the room any more", text: end.error.message, again: null };
  }
  if (end.kind === "refused" && end.error.code === "room.full") {
    return { icon: "people", title: "This room is full", text: "As many people are in the room as it holds. Try again when somebody has left, or start another room.", again: "Try again" };
  }
  const text = end.kind === "refused" ? end.error.message : "Your seat was not held any longer.";
  return { icon: "warning", title: "You cannot be in this room now", text, again: "Try again" };
}

export function EndPage({ room, end, onBack }: { room: string; end: RoomEnd; onBack: () => void }) {
  const { icon, title, text, again } = wordsFor(end);
  return (
    <MessagePage icon={icon} title={title}>
      <p>{text}</p>
      <div class="message-page__actions">
        {again && (
          <Button look="primary" onClick={onBack} aria-description={`Room ${room}`}>
            {again}
          </Button>
        )}
        <a class="button button--plain" href="/">
          Start page
        </a>
      </div>
    </MessagePage>
  );
}
