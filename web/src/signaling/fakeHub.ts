import type { Hub } from "./connection";

/** A host that answers what a test says and drops sockets on demand. For tests. */
export class FakeHub {
  readonly calls: { method: string; request: unknown }[] = [];
  answer: (method: string, request: unknown) => unknown = () => ({ value: {}, error: null });
  reachable = true;
  starts = 0;
  readonly #handlers = new Map<string, (value: unknown) => void>();
  #closed: () => void = () => undefined;

  get hub(): Hub {
    const hub = {
      start: async () => {
        this.starts++;
        if (!this.reachable) throw new Error("unreachable");
      },
      stop: async () => undefined,
      invoke: async (method: string, request: unknown) => {
        this.calls.push({ method, request });
        return this.answer(method, request);
      },
      on: (event: string, handler: (value: unknown) => void) => void this.#handlers.set(event, handler),
      onclose: (handler: () => void) => void (this.#closed = handler),
    };
    return hub as unknown as Hub;
  }

  emit(event: string, value: unknown): void {
    this.#handlers.get(event)?.(value);
  }

  drop(): void {
    this.#closed();
  }
}
