import { computed, effect, signal, type ReadonlySignal } from "@preact/signals";
import { toast } from "../design/Toast";
import type { RoomPluginView } from "../signaling/protocol";
import { choiceOf, isUndecided, newlyAsked, type Choice, type Choices } from "./choices";
import { inForce, type Purposes } from "./purposes";
import { RememberedChoices } from "./remembering/rememberedChoices";

export interface DeskRoom {
  readonly plugins: ReadonlySignal<readonly RoomPluginView[]>;
  readonly consents: ReadonlySignal<ReadonlyMap<string, Choices>>;
  readonly purposes: ReadonlySignal<Purposes>;
  decide(pluginId: string, choices: readonly { flow: string; choice: Choice }[]): Promise<void>;
}

/**
 * What this person has still to decide, and whose sheet is open. Remembered answers are given here, before anybody is asked. Nothing
 * waits for an answer: until there is one, a plugin gets nothing.
 */
export class ConsentDesk {
  readonly remembered = new RememberedChoices();
  /** Undecided and not put off. */
  readonly waiting: ReadonlySignal<readonly RoomPluginView[]>;
  /** The plugin whose sheet is open. */
  readonly shown: ReadonlySignal<RoomPluginView | null>;
  readonly #room: DeskRoom;
  readonly #queue = signal<readonly string[]>([]);
  readonly #asked = signal(0);
  readonly #putOff = signal<ReadonlySet<string>>(new Set());
  readonly #answering = signal<ReadonlySet<string>>(new Set());
  readonly #tried = new Set<string>();
  readonly #stop: () => void;

  constructor(room: DeskRoom) {
    this.#room = room;
    this.waiting = computed(() =>
      room.plugins.value.filter(
        (plugin) => !this.#putOff.value.has(plugin.id) && !this.#answering.value.has(plugin.id) && (this.#isUndecided(plugin) || this.asksAnew(plugin)),
      ),
    );
    this.shown = computed(() => this.#inRoom(this.#queue.value)[0] ?? null);
    this.#stop = effect(() => this.#giveRemembered(room.plugins.value, room.consents.peek()));
  }

  /** Decided about, but for what a moderator has switched on since. */
  asksAnew(plugin: RoomPluginView): boolean {
    return !this.#isUndecided(plugin) && newlyAsked(inForce(plugin, this.#room.purposes.value), this.#choices(plugin)).length > 0;
  }

  /** A moderator switched it on: whoever has put a plugin off that wants it has put off something else. */
  switchedOn(purpose: string): void {
    const wanting = this.#room.plugins.peek().filter(({ flows }) => flows.some((flow) => flow.purpose === purpose));
    this.#putOff.value = new Set([...this.#putOff.peek()].filter((id) => !wanting.some((plugin) => plugin.id === id)));
  }

  /** Which of how many sheets is open, where they come one after the other. */
  get place(): { index: number; of: number } {
    return { index: this.#asked.value - this.#inRoom(this.#queue.value).length + 1, of: this.#asked.value };
  }

  /** Opens the sheets of these plugins, one after the other. */
  open(ids: readonly string[]): void {
    this.#queue.value = ids;
    this.#asked.value = ids.length;
  }

  /** The open sheet is done with; the next one opens. */
  next(): void {
    const [shown, ...rest] = this.#inRoom(this.#queue.peek());
    if (shown) this.putOff([shown.id]);
    this.#queue.value = rest.map(({ id }) => id);
  }

  /** No sheet any more; those that were not answered can be found in the panel. */
  close(): void {
    this.putOff(this.#queue.peek());
    this.#queue.value = [];
  }

  putOff(ids: readonly string[]): void {
    this.#putOff.value = new Set([...this.#putOff.peek(), ...ids]);
  }

  /** For whoever added it: asked at once, unless the answers are remembered. */
  added(pluginId: string): void {
    const plugin = this.#room.plugins.peek().find(({ id }) => id === pluginId);
    const open = plugin && this.#isUndecided(plugin) && !this.#answering.peek().has(pluginId);
    if (open) this.open([pluginId]);
  }

  gone(pluginId: string): void {
    this.#putOff.value = new Set([...this.#putOff.peek()].filter((id) => id !== pluginId));
    for (const tried of [...this.#tried]) if (tried.startsWith(`${pluginId} `)) this.#tried.delete(tried);
  }

  stop(): void {
    this.#stop();
    this.#queue.value = [];
  }

  #choices(plugin: RoomPluginView): Choices | undefined {
    return this.#room.consents.value.get(plugin.id);
  }

  #isUndecided(plugin: RoomPluginView): boolean {
    return isUndecided(inForce(plugin, this.#room.purposes.value), this.#choices(plugin));
  }

  #inRoom(ids: readonly string[]): RoomPluginView[] {
    return ids.flatMap((id) => this.#room.plugins.value.find((plugin) => plugin.id === id) ?? []);
  }

  #giveRemembered(plugins: readonly RoomPluginView[], consents: ReadonlyMap<string, Choices>) {
    const given = plugins.flatMap((plugin) => {
      const choices = this.#rememberedFor(plugin, consents.get(plugin.id));
      return choices.length === 0 ? [] : [this.#give(plugin, choices)];
    });
    if (given.length > 0) void Promise.all(given).then((names) => sayGiven(names.filter((name) => name !== null)));
  }

  /** Once for each flow: a choice that the person then takes back here must not come again by itself. */
  #rememberedFor(plugin: RoomPluginView, choices: Choices | undefined) {
    return plugin.flows.flatMap((flow) => {
      const choice = this.remembered.choiceFor(flow);
      const tried = `${plugin.id} ${flow.key}`;
      if (choice === null || choiceOf(choices, flow) !== "unset" || this.#tried.has(tried)) return [];
      this.#tried.add(tried);
      return [{ flow: flow.key, choice }];
    });
  }

  async #give(plugin: RoomPluginView, choices: { flow: string; choice: Choice }[]): Promise<string | null> {
    this.#answering.value = new Set([...this.#answering.peek(), plugin.id]);
    // Where it fails the person is simply asked.
    const given = await this.#room.decide(plugin.id, choices).then(() => true, () => false);
    this.#answering.value = new Set([...this.#answering.peek()].filter((id) => id !== plugin.id));
    return given ? plugin.name : null;
  }
}

function sayGiven(names: readonly string[]) {
  if (names.length === 0) return;
  const plugins = new Intl.ListFormat("en").format(names);
  toast(`Answered as you asked to be remembered: ${plugins}. Under Plugins you can change it.`, 8_000);
}
