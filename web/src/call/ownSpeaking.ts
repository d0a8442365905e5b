import { computed, effect, signal, type ReadonlySignal } from "@preact/signals";
import type { LocalMedia } from "./localMedia";
import { soundLevel } from "./soundLevel";

// On the scale of soundLevel. Two marks, so that a voice near one of them does not flicker.
const beginsAbove = 0.4;
const endsBelow = 0.3;
// A cough is no sentence, and a breath between two words does not end one.
const beginsAfter = 200;
const endsAfter = 1_000;

/** Whether somebody speaks, from how loud they are. */
export class SpeakingTurn {
  #speaking = false;
  #since: number | null = null;

  /** @param now Milliseconds. */
  hear(level: number, now: number): boolean {
    const contradicts = this.#speaking ? level < endsBelow : level > beginsAbove;
    if (!contradicts) this.#since = null;
    else this.#since ??= now;
    if (this.#since !== null && now - this.#since >= (this.#speaking ? endsAfter : beginsAfter)) {
      this.#speaking = !this.#speaking;
      this.#since = null;
    }
    return this.#speaking;
  }

  /** Muted: silence at once. */
  end(): void {
    this.#speaking = false;
    this.#since = null;
  }
}

/** Whether this person speaks, listened for only while it is wanted and never while they are muted. */
export function watchOwnSpeaking(
  local: Pick<LocalMedia, "muted" | "microphone">,
  wanted: ReadonlySignal<boolean>,
): { speaking: ReadonlySignal<boolean>; stop: () => void } {
  const speaking = signal(false);
  const track = computed(() => (wanted.value && !local.muted.value ? local.microphone.value : null));
  const turn = new SpeakingTurn();
  const sound = soundLevel(track);
  const stopListening = effect(() => {
    turn.end();
    speaking.value = false;
    if (track.value === null) return;
    const timer = setInterval(() => (speaking.value = turn.hear(sound.level.peek(), performance.now())), 100);
    return () => clearInterval(timer);
  });
  return {
    speaking,
    stop: () => {
      stopListening();
      sound.stop();
    },
  };
}
