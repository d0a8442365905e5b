import { computed, effect, signal, type ReadonlySignal } from "@preact/signals";
import { toast } from "../design/Toast";
import type { RoomSession } from "../room/session";
import type { ParticipantView } from "../signaling/protocol";
import { canShareScreen } from "./devices/screen";
import { watchQuality, watchSpeaking } from "./observers";
import type { Quality } from "./peer/quality";
import { Stage } from "./stage";

const unmet = new Set<RTCPeerConnectionState | undefined>([undefined, "new", "connecting", "closed"]);

export type Panel = "chat" | "plugins";

/** What the call page shows and does, apart from how it looks. */
export class CallModel {
  readonly session: RoomSession;
  readonly stage: Stage;
  readonly speaking: ReadonlySignal<ReadonlySet<string>>;
  readonly quality: ReadonlySignal<ReadonlyMap<string, Quality>>;
  readonly canShareScreen = canShareScreen();
  /**
   * Who has a tile, this person included. A seat that the host still holds for a page that was closed is not a person to a
   * newcomer; somebody whose socket dropped while the media go on is.
   */
  readonly people: ReadonlySignal<readonly ParticipantView[]>;
  readonly #panel = signal<Panel | null>(null);
  readonly #settings = signal(false);
  readonly #reacting = signal(false);
  readonly #stops: (() => void)[];

  constructor(session: RoomSession) {
    this.session = session;
    this.people = computed(() => {
      const states = session.mesh.connectionStates.value;
      return session.participants.value.filter(({ id, away }) => !away || id === session.self || !unmet.has(states.get(id)));
    });
    this.stage = new Stage(session, this.people);
    const speaking = watchSpeaking(session.mesh, session.local, session.self);
    const quality = watchQuality(session.mesh);
    this.speaking = speaking.speaking;
    this.quality = quality.quality;
    this.#stops = [speaking.stop, quality.stop, this.stage.stop, this.#sayWhoComesAndGoes(), effect(() => session.chat.setOpen(this.#panel.value === "chat"))];
  }

  get panel(): ReadonlySignal<Panel | null> {
    return this.#panel;
  }

  get settings(): ReadonlySignal<boolean> {
    return this.#settings;
  }

  toggle(panel: Panel): void {
    this.#panel.value = this.#panel.value === panel ? null : panel;
  }

  showPanel(panel: Panel): void {
    this.#panel.value = panel;
  }

  closePanel(): void {
    this.#panel.value = null;
  }

  /** Whether the signs to choose from are open. */
  get reacting(): ReadonlySignal<boolean> {
    return this.#reacting;
  }

  showReactions(shown: boolean): void {
    this.#reacting.value = shown;
  }

  showSettings(shown: boolean): void {
    this.#settings.value = shown;
  }

  async toggleScreen(): Promise<void> {
    const { local } = this.session;
    if (local.screen.peek()) {
      local.stopScreen();
      return;
    }
    try {
      await local.shareScreen();
    } catch {
      toast("The screen could not be shared. Your system may have to allow this browser to record the screen.");
    }
  }

  async copyLink(): Promise<void> {
    const link = location.origin + location.pathname;
    try {
      await navigator.clipboard.writeText(link);
      toast("Link copied. Whoever has it can come in.");
    } catch {
      toast(`Copy this link: ${link}`, 12_000);
    }
  }

  stop(): void {
    for (const stop of this.#stops) stop();
  }

  #sayWhoComesAndGoes(): () => void {
    const { self } = this.session;
    let before = this.people.peek();
    return effect(() => {
      const now = this.people.value;
      for (const each of now) if (each.id !== self && !before.some((old) => old.id === each.id)) toast(`${each.name} came in`);
      for (const old of before) if (!now.some((each) => each.id === old.id)) toast(`${old.name} left`);
      before = now;
    });
  }
}
