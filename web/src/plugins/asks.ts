import { signal, type ReadonlySignal } from "@preact/signals";

/** Something that a plugin's frame wants and that only the person can do. */
export type Ask =
  | { kind: "file"; pluginId: string; pluginName: string; fileName: string; file: Blob }
  | { kind: "link"; pluginId: string; pluginName: string; url: URL };

export interface PendingAsk {
  /** Another one for each question. */
  readonly id: number;
  readonly ask: Ask;
  answer(yes: boolean): void;
}

/** The questions that wait for the person, one for each plugin at most. */
export class PluginAsks {
  readonly #pending = signal<readonly PendingAsk[]>([]);
  #asked = 0;

  get pending(): ReadonlySignal<readonly PendingAsk[]> {
    return this.#pending;
  }

  /** Null when that plugin is asking already: nobody is asked twice at once. */
  put(ask: Ask): Promise<boolean> | null {
    if (this.#pending.peek().some((each) => each.ask.pluginId === ask.pluginId)) return null;
    return new Promise((resolve) => {
      const pending: PendingAsk = {
        id: this.#asked++,
        ask,
        answer: (yes) => {
          this.#pending.value = this.#pending.peek().filter((each) => each !== pending);
          resolve(yes);
        },
      };
      this.#pending.value = [...this.#pending.peek(), pending];
    });
  }

  dropFor(pluginId: string): void {
    for (const each of this.#pending.peek()) if (each.ask.pluginId === pluginId) each.answer(false);
  }
}
