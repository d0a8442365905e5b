import { effect } from "@preact/signals";
import type { Mesh, PeerBus } from "../../call/mesh";
import type { RoomConnection } from "../../signaling/connection";
import type { PluginChannelView } from "../../signaling/protocol";
import { HubRefusal } from "../../signaling/refusal";
import { RateLimit } from "../rateLimit";

/** What every browser's data channels carry safely in one message. */
const maxBytes = 64 * 1024;

export interface ChannelContext {
  readonly pluginId: string;
  readonly generation: number;
  readonly connection: Pick<RoomConnection, "invoke">;
  readonly mesh: Pick<Mesh, "bus">;
  message(from: string, data: Uint8Array): void;
  peers(ids: readonly string[]): void;
}

export type ChannelProblem = "consent.missing" | "message.too-large" | "message.rate" | "sink.blocked";

/**
 * One named channel of a plugin on this page. It always receives what others let their frames send; it sends only between the
 * gate's yes and the moment that this person's permission ends.
 */
export class PluginChannel {
  readonly #context: ChannelContext;
  readonly #view: PluginChannelView;
  readonly #bus: PeerBus;
  readonly #out: RateLimit;
  readonly #in = new Map<string, RateLimit>();
  readonly #stops: (() => void)[];
  #wanted = false;
  #state: "shut" | "open" | "refused" = "shut";
  #sent = { messages: 0, bytes: 0 };

  constructor(context: ChannelContext, view: PluginChannelView) {
    this.#context = context;
    this.#view = view;
    this.#out = new RateLimit(view.maxMessagesPerSecond, view.maxMessagesPerSecond);
    // Frames of another generation, in a page that has not heard of this one yet, are not on the same line.
    this.#bus = context.mesh.bus(`plugin:${context.pluginId}:${view.name}:${context.generation}`, { ordered: view.ordered });
    this.#stops = [
      this.#bus.onMessage((from, data) => this.#received(from, data)),
      effect(() => context.peers(this.#bus.peers.value)),
    ];
  }

  /** Ids of the people whose page has the channel open. */
  get peers(): readonly string[] {
    return this.#bus.peers.peek();
  }

  /** Follows this person's permission. */
  allow(allowed: boolean): void {
    if (allowed === this.#wanted) return;
    this.#wanted = allowed;
    if (allowed) void this.#ask();
    else this.#shut();
  }

  /** Why it was dropped, or null when it went out. `to` is a participant's id. */
  send(data: Uint8Array<ArrayBuffer>, to?: string): ChannelProblem | null {
    if (this.#state !== "open") return this.#state === "refused" ? "sink.blocked" : "consent.missing";
    if (data.byteLength > this.#limit) return "message.too-large";
    if (!this.#out.take()) return "message.rate";
    this.#sent = { messages: this.#sent.messages + 1, bytes: this.#sent.bytes + data.byteLength };
    this.#bus.send(data, to);
    return null;
  }

  close(): void {
    this.allow(false);
    for (const stop of this.#stops) stop();
    this.#bus.close();
  }

  get #limit(): number {
    return Math.min(this.#view.maxMessageBytes, maxBytes);
  }

  async #ask() {
    const request = this.#request({ messages: 0, bytes: 0 });
    const answer = await this.#context.connection.invoke("OpenChannel", request).catch((error: unknown) => error);
    if (!this.#wanted) return;
    if (!(answer instanceof Error)) this.#state = "open";
    else this.#state = answer instanceof HubRefusal && answer.code === "consent.missing" ? "shut" : "refused";
  }

  // The counts go into the ledger, where this person and the others see how much it was.
  #shut() {
    const sent = this.#sent;
    const wasOpen = this.#state === "open";
    this.#state = "shut";
    this.#sent = { messages: 0, bytes: 0 };
    if (wasOpen) this.#context.connection.invoke("CloseChannel", this.#request(sent)).catch(() => undefined);
  }

  #request(sent: { messages: number; bytes: number }) {
    const { pluginId, generation } = this.#context;
    return { pluginId, generation, channel: this.#view.name, messagesSent: sent.messages, bytesSent: sent.bytes };
  }

  // The sender's page has limited it already; another page could be changed, so it is limited here too. Twice the rate leaves
  // room for messages that were held up on the way.
  #received(from: string, data: Uint8Array) {
    if (data.byteLength > this.#limit) return;
    const rate = this.#view.maxMessagesPerSecond * 2;
    const limit = this.#in.get(from) ?? new RateLimit(rate, rate);
    this.#in.set(from, limit);
    if (limit.take()) this.#context.message(from, data);
  }
}
