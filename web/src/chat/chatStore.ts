import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { PeerBus } from "../call/mesh";
import { decodeLine, encodeLine, maxChatLength } from "./chatLine";

export interface ChatMessage {
  readonly id: string;
  /** Participant id, or a plugin's id for a plugin's line. */
  readonly from: string;
  readonly name: string;
  readonly text: string;
  /** Milliseconds since 1970, by this page's clock. */
  readonly at: number;
  readonly kind: "own" | "person" | "plugin";
}

export interface SentLine {
  readonly messageId: string;
  readonly text: string;
}

export interface PluginLine {
  readonly pluginId: string;
  readonly pluginName: string;
  readonly text: string;
}

const maxKept = 2_000;

/** The room's chat, from page to page. Whoever joins later has not read what was said before. */
export class ChatStore {
  readonly #bus: PeerBus;
  readonly #nameOf: (id: string) => string;
  readonly #messages = signal<readonly ChatMessage[]>([]);
  readonly #unread = signal(0);
  readonly #sentListeners = new Set<(line: SentLine) => void>();
  readonly #open = signal(false);
  readonly #stop: () => void;
  /** How many people a line reaches right now. */
  readonly reach = computed(() => this.#bus.peers.value.length);

  constructor(bus: PeerBus, nameOf: (id: string) => string) {
    this.#bus = bus;
    this.#nameOf = nameOf;
    this.#stop = bus.onMessage((from, data) => this.#received(from, data));
  }

  get messages(): ReadonlySignal<readonly ChatMessage[]> {
    return this.#messages;
  }

  get unread(): ReadonlySignal<number> {
    return this.#unread;
  }

  /** Whether the person is looking at the chat. */
  setOpen(open: boolean): void {
    this.#open.value = open;
    if (open) this.#unread.value = 0;
  }

  /** Sends to everyone within reach. Nothing happens for an empty text; a longer one is cut at `maxChatLength`. */
  send(text: string): void {
    const trimmed = text.trim().slice(0, maxChatLength);
    if (trimmed === "") return;
    const line = { id: crypto.randomUUID(), text: trimmed };
    this.#bus.send(encodeLine(line));
    this.#append({ id: line.id, from: "self", name: "You", text: trimmed, at: Date.now(), kind: "own" });
    for (const listener of this.#sentListeners) listener({ messageId: line.id, text: trimmed });
  }

  /** Hears this person's own lines, and only those. */
  onSent(listener: (line: SentLine) => void): () => void {
    this.#sentListeners.add(listener);
    return () => this.#sentListeners.delete(listener);
  }

  /** A line that a plugin posted; it is shown with the plugin's badge. */
  appendPluginLine({ pluginId, pluginName, text }: PluginLine): void {
    const line = { id: crypto.randomUUID(), from: pluginId, name: pluginName, text: text.slice(0, maxChatLength) };
    this.#append({ ...line, at: Date.now(), kind: "plugin" });
  }

  close(): void {
    this.#stop();
    this.#bus.close();
  }

  #received(from: string, data: Uint8Array) {
    const line = decodeLine(data);
    if (!line) return;
    // A person's line is known by sender and id together: nobody can overwrite another's.
    const id = `${from}/${line.id}`;
    if (this.#messages.peek().some((each) => each.id === id)) return;
    this.#append({ id, from, name: this.#nameOf(from), text: line.text, at: Date.now(), kind: "person" });
  }

  #append(message: ChatMessage) {
    this.#messages.value = [...this.#messages.peek().slice(1 - maxKept), message];
    if (message.kind !== "own" && !this.#open.peek()) this.#unread.value++;
  }
}
