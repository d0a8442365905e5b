import { computed, effect, type ReadonlySignal } from "@preact/signals";
import { toast } from "../design/Toast";
import type { RoomSession } from "../room/session";
import { mutedWords } from "./moderationWords";

export type ModeratedRoom = Pick<RoomSession, "connection" | "local" | "participants" | "self">;

/** Who moderates, what a moderator can do by hand, and what this page does when one has muted it. */
export class RoomModeration {
  /** Whether this person is a moderator. */
  readonly isMine: ReadonlySignal<boolean>;
  readonly #room: ModeratedRoom;
  readonly #stops: (() => void)[];

  constructor(room: ModeratedRoom) {
    this.#room = room;
    this.isMine = computed(() => room.participants.value.find(({ id }) => id === room.self)?.moderator ?? false);
    this.#stops = [
      room.connection.on("muteAsked", (asked) => {
        // To unmute is this person's own, at any time.
        void room.local.setMuted(true);
        toast(mutedWords(asked), 12_000);
      }),
      this.#sayWhenItChanges(),
    ];
  }

  async name(id: string): Promise<void> {
    await this.#room.connection.invoke("NameModerator", { id });
  }

  async stepDown(): Promise<void> {
    await this.#room.connection.invoke("StepDown", null);
  }

  async mute(id: string): Promise<void> {
    await this.#room.connection.invoke("MuteParticipant", { id });
  }

  async remove(id: string): Promise<void> {
    await this.#room.connection.invoke("RemoveParticipant", { id });
  }

  close(): void {
    for (const stop of this.#stops) stop();
  }

  #sayWhenItChanges(): () => void {
    let before = this.isMine.peek();
    return effect(() => {
      const now = this.isMine.value;
      if (now !== before) toast(now ? "You are a moderator of this room now." : "You are no moderator of this room any more.", 6_000);
      before = now;
    });
  }
}
