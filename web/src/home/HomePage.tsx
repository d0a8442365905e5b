import { useSignal } from "@preact/signals";
import { Button } from "../design/Button";
import { Icon } from "../design/icons";
import { Wordmark } from "../design/Wordmark";
import { nearestRoomName, randomRoomName } from "./roomName";
import "./home.css";

const open = (room: string) => location.assign(`/r/${room}`);

export function HomePage() {
  const typed = useSignal("");
  const problem = useSignal("");
  const enter = (event: Event) => {
    event.preventDefault();
    const room = nearestRoomName(typed.value);
    if (room) open(room);
    else problem.value = "A room name has at least three letters or digits.";
  };
  return (
    <main class="home">
      <Wordmark />
      <h1>Talk face to face, on your own terms</h1>
      <p class="home__line">
        A video conference that runs on this host. Your picture, voice and messages go straight from browser to browser; plugins get
        only what you allow.
      </p>
      <div class="home__card">
        <Button look="primary" onClick={() => open(randomRoomName())}>
          <Icon name="plus" />
          Start a room
        </Button>
        <p class="home__or">or go to a room that you know</p>
        <form class="home__form" onSubmit={enter} noValidate>
          <label class="visually-hidden" for="room">
            Room name or link
          </label>
          <input
            id="room"
            class="input"
            placeholder="Room name or link"
            autocapitalize="none"
            autocomplete="off"
            spellcheck={false}
            value={typed}
            aria-invalid={problem.value !== ""}
            aria-describedby="room-problem"
            onInput={(event) => {
              typed.value = event.currentTarget.value;
              problem.value = "";
            }}
          />
          <Button type="submit">Go</Button>
        </form>
        <p id="room-problem" class="home__problem" role="alert">
          {problem}
        </p>
      </div>
      <ul class="home__facts">
        <li>
          <Icon name="shield" />
          No account, no cookie, no tracking
        </li>
        <li>
          <Icon name="people" />
          Made for two to eight people
        </li>
        <li>
          <Icon name="plugins" />
          Plugins ask first, each person for themselves
        </li>
      </ul>
    </main>
  );
}
