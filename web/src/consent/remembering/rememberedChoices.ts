import { signal, type ReadonlySignal } from "@preact/signals";
import { readStore, writeStore } from "../../room/browserStore";
import type { PluginFlowView, RoomPluginView } from "../../signaling/protocol";
import { isAskedEachTime } from "../choices";
import { isSwitchable } from "../purposes";

// "Remember" is kept in this browser and nowhere else, one answer for each flow key. The host makes that key from the publisher and
// every word of the flow, so a changed plugin is asked for anew.

export type RememberedChoice = "allow" | "refuse";

export interface RememberedFlow {
  readonly key: string;
  readonly choice: RememberedChoice;
  /** What it was about when it was remembered, to be read by the person. */
  readonly sentence: string;
}

export interface RememberedPlugin {
  readonly id: string;
  readonly name: string;
  readonly publisher: string;
  readonly flows: readonly RememberedFlow[];
}

const storeKey = "pluginroom.choices";

/** What is asked each time, or by each room that switched it on, is never answered by what was said before. */
export const canBeRemembered = (flow: PluginFlowView): boolean => !isAskedEachTime(flow) && !isSwitchable(flow);

export class RememberedChoices {
  readonly #plugins = signal(read());

  get plugins(): ReadonlySignal<readonly RememberedPlugin[]> {
    return this.#plugins;
  }

  choiceFor(flow: PluginFlowView): RememberedChoice | null {
    if (!canBeRemembered(flow)) return null;
    return this.#plugins.value.flatMap(({ flows }) => flows).find(({ key }) => key === flow.key)?.choice ?? null;
  }

  /** False where this browser does not keep it. */
  keep(plugin: RoomPluginView, answers: readonly { flow: PluginFlowView; choice: RememberedChoice; sentence: string }[]): boolean {
    const fresh = answers.filter(({ flow }) => canBeRemembered(flow)).map(({ flow, choice, sentence }) => ({ key: flow.key, choice, sentence }));
    if (fresh.length === 0) return true;
    return this.#write((plugins) => {
      const before = plugins.find(({ id }) => id === plugin.id)?.flows ?? [];
      const flows = [...before.filter(({ key }) => !fresh.some((each) => each.key === key)), ...fresh];
      return [...plugins.filter(({ id }) => id !== plugin.id), { id: plugin.id, name: plugin.name, publisher: plugin.publisherName, flows }];
    });
  }

  forget(keys: readonly string[]): void {
    this.#write((plugins) =>
      plugins.map((plugin) => ({ ...plugin, flows: plugin.flows.filter(({ key }) => !keys.includes(key)) })).filter(({ flows }) => flows.length > 0),
    );
  }

  forgetAll(): void {
    this.#write(() => []);
  }

  // From what is kept now, not from what this page read: another tab may have written since.
  #write(change: (plugins: readonly RememberedPlugin[]) => readonly RememberedPlugin[]): boolean {
    const plugins = change(read());
    const kept = writeStore("local", storeKey, plugins.length === 0 ? null : JSON.stringify(plugins));
    this.#plugins.value = kept ? plugins : read();
    return kept;
  }
}

/** What is not as this page writes it is passed over: it is a person's own browser, and can hold anything. */
function read(): readonly RememberedPlugin[] {
  try {
    const value: unknown = JSON.parse(readStore("local", storeKey) ?? "[]");
    return Array.isArray(value) ? value.filter(isPlugin) : [];
  } catch {
    return [];
  }
}

const isText = (value: unknown): value is string => typeof value === "string";

function isPlugin(value: unknown): value is RememberedPlugin {
  const { id, name, publisher, flows } = (value ?? {}) as Partial<RememberedPlugin>;
  return isText(id) && isText(name) && isText(publisher) && Array.isArray(flows) && flows.every(isFlow);
}

function isFlow(value: unknown): value is RememberedFlow {
  const { key, choice, sentence } = (value ?? {}) as Partial<RememberedFlow>;
  return isText(key) && isText(sentence) && (choice === "allow" || choice === "refuse");
}
