import { MessagePage } from "../design/MessagePage";
import { nearestRoomName, randomRoomName } from "./roomName";

export function InvalidRoomPage({ asked }: { asked: string }) {
  const near = nearestRoomName(asked);
  return (
    <MessagePage icon="link" title="This is not a room name">
      <p>A room name has 3 to 64 small letters a to z, digits and hyphens, as in a link that ends in /r/team-monday.</p>
      <div class="message-page__actions">
        {near && (
          <a class="button button--primary" href={`/r/${near}`}>
            Go to {near}
          </a>
        )}
        <a class={near ? "button button--plain" : "button button--primary"} href={`/r/${randomRoomName()}`}>
          Start a room
        </a>
      </div>
    </MessagePage>
  );
}
