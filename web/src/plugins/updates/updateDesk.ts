import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { Choice, Choices } from "../../consent/choices";
import type { ConsentView, RoomPluginView, UpdateAnswerView } from "../../signaling/protocol";
import type { PluginRoom } from "../pluginStore";

/** Versions that wait for answers, and what this person has answered. */
export class UpdateDesk {
  /** Waits for this person, who has not said "later". */
  readonly notices: ReadonlySignal<readonly RoomPluginView[]>;
  readonly #answers = signal<ReadonlyMap<string, UpdateAnswerView>>(new Map());
  readonly #later = signal<ReadonlySet<string>>(new Set());
  readonly #room: PluginRoom;
  readonly #took: (view: ConsentView) => void;

  constructor(
    room: PluginRoom, plugins: ReadonlySignal<readonly RoomPluginView[]>, consents: ReadonlySignal<ReadonlyMap<string, Choices>>,
    took: (view: ConsentView) => void,
  ) {
    this.#room = room;
    this.#took = took;
    this.notices = computed(() =>
      plugins.value.filter(
        (plugin) =>
          plugin.update && !this.answerFor(plugin) && !this.#later.value.has(plugin.update.id) && [...(consents.value.get(plugin.id)?.values() ?? [])].includes("allow"),
      ),
    );
  }

  /** By the host's word, with every change of this person's choices. */
  heard({ pluginId, update }: ConsentView): void {
    const answers = new Map(this.#answers.peek());
    if (update) answers.set(pluginId, update);
    else answers.delete(pluginId);
    this.#answers.value = answers;
  }

  /** What this person answered for exactly the version that waits now. */
  answerFor(plugin: RoomPluginView): Choices | null {
    const answer = this.#answers.value.get(plugin.id);
    return answer && answer.update === plugin.update?.id ? new Map(answer.choices.map(({ flow, choice }) => [flow, choice])) : null;
  }

  later(plugin: RoomPluginView): void {
    if (plugin.update) this.#later.value = new Set(this.#later.peek()).add(plugin.update.id);
  }

  async answer(pluginId: string, update: string, choices: readonly { flow: string; choice: Choice }[]): Promise<void> {
    this.#took(await this.#room.connection.invoke("AnswerUpdate", { pluginId, update, choices: [...choices] }));
  }
}
