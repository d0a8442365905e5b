import { Wordmark } from "../design/Wordmark";

/** Seen for a moment only; after a reload, or when the host is slow. */
export function JoiningPage({ room }: { room: string }) {
  return (
    <main class="message-page" aria-busy="true">
      <Wordmark />
      <p role="status">Entering {room}…</p>
    </main>
  );
}
