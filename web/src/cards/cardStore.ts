import { computed, effect, signal, type ReadonlySignal } from "@preact/signals";
import { onPeer, type PeerBus } from "../call/mesh";
import type { PluginDeliveries } from "../plugins/deliveries/pluginDeliveries";
import type { CardFields } from "../signaling/protocol";
import { cardOf, decodeCard, encodeCard } from "./card";
import { readOwnCard, writeOwnCard, type OwnCard } from "./ownCard";

/** People's cards: each from its owner's page to the others', as far as its owner shows it, and to the plugins that the owner allows. */
export class CardStore {
  /** Participant id, or `own` for the form; null: none is open. */
  readonly open = signal<string | null>(null);
  readonly #bus: PeerBus;
  readonly #own = signal<OwnCard>(readOwnCard());
  readonly #others = signal<ReadonlyMap<string, CardFields>>(new Map());
  readonly #told = new Map<string, CardFields>();
  readonly #stops: (() => void)[];
  /** What the others see now; null: nothing. */
  readonly shown = computed(() => {
    const { values, shown } = this.#own.value;
    return cardOf(values, (field) => shown.includes(field));
  });

  constructor(bus: PeerBus, deliveries: Pick<PluginDeliveries, "allowing" | "deliverTo">) {
    this.#bus = bus;
    this.#stops = [
      bus.onMessage((from, data) => this.#received(from, data)),
      onPeer(bus, (id) => this.shown.peek() && bus.send(encodeCard(this.shown.peek()), id)),
      effect(() => this.#keep(bus.peers.value)),
      effect(() => this.#deliver(deliveries, this.shown.value)),
    ];
  }

  get own(): ReadonlySignal<OwnCard> {
    return this.#own;
  }

  /** By participant id; whoever shows nothing is not in it. */
  get others(): ReadonlySignal<ReadonlyMap<string, CardFields>> {
    return this.#others;
  }

  /** At once for everybody here: what is no longer shown is gone from their pages. */
  save(card: OwnCard): void {
    const before = JSON.stringify(this.shown.peek());
    this.#own.value = card;
    writeOwnCard(card);
    if (JSON.stringify(this.shown.peek()) !== before) this.#bus.send(encodeCard(this.shown.peek()));
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.#bus.close();
  }

  #received(from: string, data: Uint8Array) {
    const card = decodeCard(data);
    const others = new Map(this.#others.peek());
    if (card) others.set(from, card);
    else others.delete(from);
    this.#others.value = others;
  }

  // Whoever is out of reach could not withdraw theirs; they send it again when they are back.
  #keep(peers: readonly string[]) {
    const others = this.#others.peek();
    if ([...others.keys()].every((id) => peers.includes(id))) return;
    this.#others.value = new Map([...others].filter(([id]) => peers.includes(id)));
  }

  #deliver(deliveries: Pick<PluginDeliveries, "allowing" | "deliverTo">, card: CardFields | null) {
    const running = deliveries.allowing("identity.card").filter(({ state }) => state === "running");
    for (const id of this.#told.keys()) if (!running.some((plugin) => plugin.id === id)) this.#told.delete(id);
    const stale = running.map(({ id }) => id).filter((id) => JSON.stringify(this.#told.get(id) ?? null) !== JSON.stringify(card));
    if (stale.length === 0) return;
    for (const id of stale) card ? this.#told.set(id, card) : this.#told.delete(id);
    void deliveries.deliverTo(stale, "DeliverCard", { fields: card }).then((taken) => {
      // Tried again with the next change of anything that matters, such as a plugin that runs again.
      if (!taken) for (const id of stale) this.#told.delete(id);
    });
  }
}
