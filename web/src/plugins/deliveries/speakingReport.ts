import { effect, type ReadonlySignal } from "@preact/signals";
import type { PluginDeliveries } from "./pluginDeliveries";

const category = "behaviour.speaking";

/** Tells each plugin that this person allows when they begin and end to speak, and a process that starts anew where that stands. */
export class SpeakingReport {
  readonly #deliveries: PluginDeliveries;
  readonly #told = new Map<string, boolean>();
  readonly stop: () => void;

  /** @param connected While it is false nothing is told; where it stands is told after. */
  constructor(deliveries: PluginDeliveries, speaking: ReadonlySignal<boolean>, connected: ReadonlySignal<boolean>) {
    this.#deliveries = deliveries;
    this.stop = effect(() => {
      if (connected.value) this.#tell(speaking.value);
    });
  }

  #tell(speaking: boolean) {
    const running = this.#deliveries.allowing(category).filter(({ state }) => state === "running").map(({ id }) => id);
    for (const id of this.#told.keys()) if (!running.includes(id)) this.#told.delete(id);
    // Silence is what every plugin begins with.
    const news = running.filter((id) => (this.#told.get(id) ?? false) !== speaking);
    for (const id of news) this.#told.set(id, speaking);
    if (news.length > 0) void this.#deliver(news, speaking);
  }

  async #deliver(news: readonly string[], speaking: boolean) {
    if (await this.#deliveries.deliverTo(news, "DeliverSpeaking", { speaking })) return;
    // It may not have got there: the next change tells it anew, whichever it is.
    for (const id of news) if (this.#told.get(id) === speaking) this.#told.set(id, !speaking);
  }
}
