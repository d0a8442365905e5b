import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { PeerBus } from "../call/mesh";
import { decodeLine, encodeLine, maxChatLength, type ChatLine } from "./chatLine";

export interface ChatMessage {
  readonly id: string;
  /** Participant id, or a plugin's id for a plugin's line. */
  readonly from: string;
  readonly name: string;
  readonly text: string;
  /** Milliseconds since 1970, by this page's clock. */
  readonly at: number;
  readonly kind: "own" | "person" | "plugin";
  /** Name of the plugin that wrote it, where the person only said yes to it. */
  readonly via?: string | undefined;
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
    const line = this.#sendLine(text);
    if (line) for (const listener of this.#sentListeners) listener({ messageId: line.id, text: line.text });
  }

  /**
   * Sends what a plugin wrote and this person said yes to, marked as that for everybody. Plugins do not get it: it may hold what others
   * let that one plugin know, and under this person's name they would not see that.
   */
  sendFor(pluginName: string, text: string): void {
    this.#sendLine(text, pluginName);
  }

  /** Hears what this person wrote, and only that. */
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

  #sendLine(text: string, via?: string): ChatLine | null {
    const trimmed = text.trim().slice(0, maxChatLength);
    if (trimmed === "") return null;
    const line = { id: crypto.randomUUID(), text: trimmed, ...(via !== undefined && { via }) };
    this.#bus.send(encodeLine(line));
    this.#append({ ...line, from: "self", name: "You", at: Date.now(), kind: "own" });
    return line;
  }

  #received(from: string, data: Uint8Array) {
    const line = decodeLine(data);
    if (!line) return;
    // A person's line is known by sender and id together: nobody can overwrite another's.
    const id = `${from}/${line.id}`;
    if (this.#messages.peek().some((each) => each.id === id)) return;
    this.#append({ ...line, id, from, name: this.#nameOf(from), at: Date.now(), kind: "person" });
  }

  #append(message: ChatMessage) {
    this.#messages.value = [...this.#messages.peek().slice(1 - maxKept), message];
    if (message.kind !== "own" && !this.#open.peek()) this.#unread.value++;
  }
}
