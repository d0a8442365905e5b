import { signal } from "@preact/signals";
import type { PeerBus } from "../../call/mesh";
import type { HubEvent, HubEvents } from "../../signaling/messages";
import type { JoinReply, PluginFlowView, RoomPluginView } from "../../signaling/protocol";
import type { PluginRoom } from "../pluginStore";

/** A flow as a manifest would declare it; its key is what it says. */
export const flow = (data: string, to: string, rest: Partial<PluginFlowView> = {}): PluginFlowView => ({
  key: `${data}>${to}`, data, to, purpose: "functionality", retention: "none", optional: false, critical: false, ...rest,
});

export const plugin = (rest: Partial<RoomPluginView> = {}): RoomPluginView => ({
  id: "org.example.minutes", name: "Minutes", version: "1.0.0", state: "running", stateReason: null, addedBy: "Ada", addedById: "ada",
  publisherName: "Example", publisherContact: "a@example.org", privacyPolicyUrl: "/p", isolation: "bubblewrap",
  ui: [{ slot: "stage", title: "Minutes", url: "/plugins/x/ui/index.html", mode: "page" }], capabilities: [], flows: [], channels: [], sinks: [], generation: 0, trust: "", update: null, ...rest,
});

export const reply = (rest: Partial<JoinReply> = {}): JoinReply => ({
  self: "bob", resumeToken: "", seatHoldSeconds: 30, maxParticipants: 8, iceServers: [], participants: [], catalog: [], plugins: [],
  consents: [], pluginPeople: [], purposes: [{ name: "training", on: false }, { name: "marketing", on: false }], recording: null, ...rest,
});

/** A room made of what the plugin part uses of one; it remembers what was asked of the host. */
export class SmallRoom {
  readonly asked: { method: string; request: unknown }[] = [];
  readonly buses = new Map<string, SmallBus>();
  answer: (method: string, request: unknown) => unknown = () => ({});
  readonly #listeners = new Map<string, (value: never) => void>();
  #sent: (line: { messageId: string; text: string }) => void = () => undefined;

  readonly room = {
    self: "bob",
    connection: {
      invoke: async (method: string, request: unknown) => {
        this.asked.push({ method, request });
        return this.answer(method, request);
      },
      on: (event: string, listener: (value: never) => void) => {
        this.#listeners.set(event, listener);
        return () => this.#listeners.delete(event);
      },
    },
    mesh: {
      bus: (label: string) => {
        const bus = new SmallBus();
        this.buses.set(label, bus);
        return bus;
      },
    },
    chat: {
      onSent: (listener: typeof this.say) => {
        this.#sent = listener;
        return () => undefined;
      },
      appendPluginLine: () => undefined,
    },
  } as unknown as PluginRoom;

  say: (line: { messageId: string; text: string }) => void = (line) => this.#sent(line);

  tell<E extends HubEvent>(event: E, value: HubEvents[E]): void {
    this.#listeners.get(event)!(value as never);
  }

  requests(method: string): unknown[] {
    return this.asked.filter((each) => each.method === method).map((each) => each.request);
  }
}

export class SmallBus implements PeerBus {
  readonly peers = signal<readonly string[]>([]);
  readonly sent: { data: Uint8Array; to: string | undefined }[] = [];
  closed = false;
  receive: (from: string, data: Uint8Array<ArrayBuffer>) => void = () => undefined;

  send(data: Uint8Array<ArrayBuffer>, to?: string): void {
    this.sent.push({ data, to });
  }

  onMessage(listener: (from: string, data: Uint8Array<ArrayBuffer>) => void): () => void {
    this.receive = listener;
    return () => undefined;
  }

  close(): void {
    this.closed = true;
  }
}
