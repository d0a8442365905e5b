import { HubConnectionBuilder, HttpTransportType, LogLevel, type HubConnection } from "@microsoft/signalr";
import { signal, type ReadonlySignal } from "@preact/signals";
import { delayBefore, wait } from "./backoff";
import { hubEvents, type HubAnswer, type HubEvent, type HubEvents, type HubMethod, type HubRequest } from "./messages";
import type { HubReply } from "./protocol";
import { connectionLost, HubRefusal } from "./refusal";

export { HubRefusal } from "./refusal";

export type ConnectionState = "connected" | "reconnecting" | "lost";

/** The part of SignalR's client that is used here, so that a test can stand in for the host. */
export type Hub = Pick<HubConnection, "start" | "stop" | "invoke" | "on" | "onclose">;

/** After this long without a host the page stops trying by itself and says so. */
const giveUpAfter = 120_000;

const openHub = (): Hub =>
  new HubConnectionBuilder()
    .withUrl("/hubs/room", { transport: HttpTransportType.WebSockets, withCredentials: false })
    .configureLogging(LogLevel.None)
    .build();

/** The page's one socket to the host. It comes back by itself; media and data channels do not depend on it. */
export class RoomConnection {
  readonly #hub: Hub;
  readonly #state = signal<ConnectionState>("reconnecting");
  readonly #waiting = new Set<() => void>();
  readonly #listeners = new Map<HubEvent, Set<(value: never) => void>>();
  #held: (() => void)[] | null = null;
  #rejoin: (() => Promise<void>) | null = null;
  #closed = false;
  #connecting: Promise<void> | null = null;

  constructor(hub: Hub = openHub()) {
    this.#hub = hub;
    for (const event of hubEvents) {
      this.#listeners.set(event, new Set());
      hub.on(event, (value: never) => this.#deliver(event, value));
    }
    hub.onclose(() => this.#dropped());
  }

  get state(): ReadonlySignal<ConnectionState> {
    return this.#state;
  }

  /** Connects and keeps connected. Safe to call early and again; call it after `lost` to try once more. */
  start(): Promise<void> {
    if (this.#state.value === "connected") return Promise.resolve();
    return (this.#connecting ??= this.#connect().finally(() => (this.#connecting = null)));
  }

  /** What to do on a new socket before anything else may pass; the seat is taken back here. */
  onReconnected(rejoin: () => Promise<void>): void {
    this.#rejoin = rejoin;
  }

  /** Asks the host. Waits while the socket is coming back; throws `HubRefusal`. */
  async invoke<M extends HubMethod>(method: M, request: HubRequest<M>): Promise<HubAnswer<M>> {
    await this.#whenConnected();
    return this.invokeNow(method, request);
  }

  /** As `invoke`, without waiting for the seat: for `Join` itself. */
  async invokeNow<M extends HubMethod>(method: M, request: HubRequest<M>): Promise<HubAnswer<M>> {
    const reply = await this.#hub.invoke<HubReply<HubAnswer<M>>>(method, request ?? {}).catch(() => {
      throw connectionLost();
    });
    if (reply.error) throw new HubRefusal(reply.error.code, reply.error.message);
    return reply.value as HubAnswer<M>;
  }

  on<E extends HubEvent>(event: E, listener: (value: HubEvents[E]) => void): () => void {
    const listeners = this.#listeners.get(event)!;
    const own = listener as (value: never) => void;
    listeners.add(own);
    return () => listeners.delete(own);
  }

  /**
   * Keeps events back until the returned function is called. Events may arrive in one read with the reply to `Join`,
   * and so before whoever needs them listens.
   */
  holdEvents(): () => void {
    const held: (() => void)[] = [];
    this.#held = held;
    return () => {
      if (this.#held === held) this.#held = null;
      for (const deliver of held) deliver();
    };
  }

  /** Ends it for good. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#state.value = "lost";
    this.#release();
    await this.#hub.stop();
  }

  #deliver(event: HubEvent, value: never) {
    if (this.#held) {
      this.#held.push(() => this.#deliver(event, value));
      return;
    }
    for (const listener of this.#listeners.get(event)!) {
      try {
        listener(value);
      } catch (error) {
        // One part of the page that fails must not keep the others from hearing.
        reportError(error);
      }
    }
  }

  #dropped() {
    if (this.#closed || this.#state.value !== "connected") return;
    this.#state.value = "reconnecting";
    void this.start();
  }

  async #connect() {
    this.#state.value = "reconnecting";
    const started = performance.now();
    for (let attempt = 0; !this.#closed; attempt++) {
      await wait(delayBefore(attempt));
      if (await this.#tryOnce()) return;
      if (performance.now() - started > giveUpAfter) break;
    }
    this.#state.value = "lost";
    this.#release();
  }

  async #tryOnce(): Promise<boolean> {
    if (this.#closed) return false;
    try {
      await this.#hub.start();
      await this.#rejoin?.();
    } catch {
      await this.#hub.stop();
      return false;
    }
    if (this.#closed) return false;
    this.#state.value = "connected";
    this.#release();
    return true;
  }

  async #whenConnected() {
    if (this.#state.value === "reconnecting") await new Promise<void>((resolve) => this.#waiting.add(resolve));
    if (this.#state.value !== "connected") throw connectionLost();
  }

  #release() {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}
