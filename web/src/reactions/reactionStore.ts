import { signal, type ReadonlySignal } from "@preact/signals";
import type { PeerBus } from "../call/mesh";
import { RateLimit } from "../plugins/rateLimit";
import { decodeReaction, encodeReaction, reactions, type Reaction, type ReactionName } from "./reactions";

export interface ShownReaction {
  /** Grows with each, so that the same one again is a new one. */
  readonly key: number;
  readonly reaction: Reaction;
}

/** Milliseconds over the sender's picture. */
export const shownFor = 4_000;
/** Milliseconds from the first reaction to one sentence about all that came meanwhile. */
export const saidAfter = 1_500;

// A second each in the long run. Another page is given a little more than this one keeps to, for the line between them is not even.
const perSecond = 1;
const burst = 5;
const theirBurst = 8;

/** The small signs that people send each other, from page to page. One a person is shown; nothing of them is kept. */
export class ReactionStore {
  readonly #bus: PeerBus;
  readonly #self: string;
  readonly #nameOf: (id: string) => string;
  readonly #shown = signal<ReadonlyMap<string, ShownReaction>>(new Map());
  readonly #said = signal("");
  readonly #own = new RateLimit(perSecond, burst);
  readonly #theirs = new Map<string, RateLimit>();
  readonly #unsaid = new Map<string, Set<string>>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  readonly #sentListeners = new Set<(name: ReactionName) => void>();
  readonly #stop: () => void;
  #last = 0;

  constructor(bus: PeerBus, self: string, nameOf: (id: string) => string) {
    [this.#bus, this.#self, this.#nameOf] = [bus, self, nameOf];
    this.#stop = bus.onMessage((from, data) => this.#received(from, data));
  }

  /** By participant id, this person's own included. */
  get shown(): ReadonlySignal<ReadonlyMap<string, ShownReaction>> {
    return this.#shown;
  }

  /** For screen readers: one sentence about the others' reactions of the last moment. */
  get said(): ReadonlySignal<string> {
    return this.#said;
  }

  /** False when it came too soon after others; then nothing was sent. */
  send(name: ReactionName): boolean {
    if (!this.#own.take()) return false;
    this.#bus.send(encodeReaction(name));
    this.#show(this.#self, reactions.find((each) => each.name === name)!);
    for (const listener of this.#sentListeners) listener(name);
    return true;
  }

  /** Hears this person's own, and only those. */
  onSent(listener: (name: ReactionName) => void): () => void {
    this.#sentListeners.add(listener);
    return () => this.#sentListeners.delete(listener);
  }

  close(): void {
    this.#stop();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#shown.value = new Map();
    this.#bus.close();
  }

  #received(from: string, data: Uint8Array) {
    let limit = this.#theirs.get(from);
    if (!limit) this.#theirs.set(from, (limit = new RateLimit(perSecond, theirBurst)));
    const reaction = decodeReaction(data);
    if (!limit.take() || !reaction) return;
    this.#show(from, reaction);
    this.#say(from, reaction);
  }

  #show(id: string, reaction: Reaction) {
    const shown = { key: ++this.#last, reaction };
    this.#shown.value = new Map(this.#shown.peek()).set(id, shown);
    this.#later(shownFor, () => {
      if (this.#shown.peek().get(id) !== shown) return;
      const rest = new Map(this.#shown.peek());
      rest.delete(id);
      this.#shown.value = rest;
    });
  }

  #say(from: string, { words }: Reaction) {
    if (this.#unsaid.size === 0) this.#later(saidAfter, () => this.#sayAll());
    const people = this.#unsaid.get(words) ?? new Set();
    this.#unsaid.set(words, people.add(this.#nameOf(from)));
  }

  #sayAll() {
    const sentences = [...this.#unsaid].map(([words, people]) => `${words} from ${listed([...people])}.`);
    this.#unsaid.clear();
    this.#said.value = sentences.join(" ");
  }

  #later(milliseconds: number, then: () => void) {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      then();
    }, milliseconds);
    this.#timers.add(timer);
  }
}

/** Two by name; a list of eight would take longer to read out than the reactions lasted. */
function listed(people: readonly string[]): string {
  if (people.length > 2) return `${people[0]} and ${people.length - 1} others`;
  return people.join(" and ");
}
