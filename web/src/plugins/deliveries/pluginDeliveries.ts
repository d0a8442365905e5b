import type { ReadonlySignal } from "@preact/signals";
import { allowsData, type Choices } from "../../consent/choices";
import type { RoomConnection } from "../../signaling/connection";
import type { HubMethod, HubRequest } from "../../signaling/messages";
import type { RoomPluginView } from "../../signaling/protocol";

type Delivery = Extract<HubMethod, `Deliver${string}`>;

/** What is this person's own goes from their own page to the plugins that they allow to have it; for no other it leaves this page. */
export class PluginDeliveries {
  readonly #connection: Pick<RoomConnection, "invoke">;
  readonly #plugins: ReadonlySignal<readonly RoomPluginView[]>;
  readonly #consents: ReadonlySignal<ReadonlyMap<string, Choices>>;

  constructor(
    connection: Pick<RoomConnection, "invoke">,
    plugins: ReadonlySignal<readonly RoomPluginView[]>,
    consents: ReadonlySignal<ReadonlyMap<string, Choices>>,
  ) {
    [this.#connection, this.#plugins, this.#consents] = [connection, plugins, consents];
  }

  /** Whoever reads it in an effect hears when it changes. */
  allowing(data: string): readonly RoomPluginView[] {
    return this.#plugins.value.filter((plugin) => allowsData(plugin, this.#consents.value.get(plugin.id), data));
  }

  /** To everyone who is allowed this category now. A plugin that does not run misses it. */
  deliver<M extends Delivery>(method: M, data: string, content: Omit<HubRequest<M>, "pluginIds">): void {
    const pluginIds = this.allowing(data).map(({ id }) => id);
    if (pluginIds.length > 0) void this.deliverTo(pluginIds, method, content);
  }

  /** Whether all of them took it. */
  async deliverTo<M extends Delivery>(pluginIds: readonly string[], method: M, content: Omit<HubRequest<M>, "pluginIds">): Promise<boolean> {
    try {
      await this.#connection.invoke(method, { pluginIds, ...content } as unknown as HubRequest<M>);
      return true;
    } catch {
      // The person did nothing that a plugin's refusal or a lost line would have to be told about; the ledger has it.
      return false;
    }
  }
}
