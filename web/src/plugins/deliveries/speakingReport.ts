import { effect, type ReadonlySignal } from "@preact/signals";
import type { PluginDeliveries } from "./pluginDeliveries";

const category = "behaviour.speaking";

/** Tells each plugin that this person allows when they begin and end to speak, and a process that starts anew where that stands. */
export class SpeakingReport {
  readonly #deliveries: PluginDeliveries;
  readonly #told = new Map<string, boolean>();
  readonly stop: () => void;

  constructor(deliveries: PluginDeliveries, speaking: ReadonlySignal<boolean>) {
    this.#deliveries = deliveries;
    this.stop = effect(() => this.#tell(speaking.value));
  }

  #tell(speaking: boolean) {
    const running = this.#deliveries.allowing(category).filter(({ state }) => state === "running").map(({ id }) => id);
    for (const id of this.#told.keys()) if (!running.includes(id)) this.#told.delete(id);
    // Silence is what every plugin begins with.
    const news = running.filter((id) => (this.#told.get(id) ?? false) !== speaking);
    for (const id of news) this.#told.set(id, speaking);
    if (news.length > 0) void this.#deliveries.deliverTo(news, "DeliverSpeaking", { speaking });
  }
}
