import { computed, effect, signal, type ReadonlySignal } from "@preact/signals";
import type { RoomSession } from "../room/session";
import type { ParticipantView } from "../signaling/protocol";

export type StageItem = { kind: "screen"; id: string } | { kind: "person"; id: string } | { kind: "plugin" };

export interface StageChoice {
  readonly key: string;
  readonly title: string;
  readonly item: StageItem;
}

/** What could stand on the stage, and which of it does: the one that the person chose, else the one that came last. */
export class Stage {
  readonly choices: ReadonlySignal<readonly StageChoice[]>;
  readonly shown: ReadonlySignal<StageChoice | null>;
  readonly #pinned = signal<string | null>(null);
  readonly #chosen = signal<string | null>(null);
  readonly stop: () => void;
  #known: readonly string[] = [];

  constructor(session: RoomSession, people: ReadonlySignal<readonly ParticipantView[]>) {
    this.choices = computed(() => this.#choices(session, people.value));
    this.shown = computed(() => this.choices.value.find((each) => each.key === this.#chosen.value) ?? this.choices.value.at(-1) ?? null);
    this.stop = effect(() => this.#followNewest());
  }

  show(key: string): void {
    this.#chosen.value = key;
  }

  get pinned(): ReadonlySignal<string | null> {
    return this.#pinned;
  }

  togglePin(id: string): void {
    this.#pinned.value = this.#pinned.value === id ? null : id;
    this.#chosen.value = this.#pinned.value && `person:${id}`;
  }

  #followNewest() {
    const keys = this.choices.value.map((each) => each.key);
    const fresh = keys.filter((key) => !this.#known.includes(key)).at(-1);
    this.#known = keys;
    if (fresh) this.#chosen.value = fresh;
  }

  #choices(session: RoomSession, people: readonly ParticipantView[]): StageChoice[] {
    const choices: StageChoice[] = [];
    const pinned = people.find((each) => each.id === this.#pinned.value);
    if (pinned) choices.push({ key: `person:${pinned.id}`, title: pinned.name, item: { kind: "person", id: pinned.id } });
    const plugin = session.plugins.stageTitle.value;
    if (plugin !== null) choices.push({ key: "plugin", title: plugin, item: { kind: "plugin" } });
    for (const { id, name } of people) {
      const own = id === session.self;
      const shares = own ? session.local.screen.value !== null : session.mesh.remoteStreams.value.get(id)?.screen;
      if (shares) choices.push({ key: `screen:${id}`, title: own ? "Your screen" : `Screen of ${name}`, item: { kind: "screen", id } });
    }
    return choices;
  }
}
