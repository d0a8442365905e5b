import type { PluginPerson } from "../../signaling/protocol";
import type { FrameState } from "../frame/protocol";
import { RateLimit } from "../rateLimit";
import { PluginChannel } from "./pluginChannel";
import type { PluginPart } from "./pluginPart";
import { pseudonymsOf, type RuntimeContext, type SendToFrame } from "./pluginRuntime";

/** The channels of one plugin on this page. Frames speak of pseudonyms, the mesh of participants; here the one becomes the other. */
export class PluginChannels {
  readonly #channels = new Map<string, PluginChannel>();
  readonly #problems = new Map<string, RateLimit>();

  constructor(
    private readonly context: RuntimeContext,
    private readonly part: PluginPart,
    private readonly tell: SendToFrame,
  ) {}

  open(name: string): void {
    const known = this.#channels.get(name);
    if (known) return this.#tellPeers(name, known.peers);
    if (!this.part.declares("channel.open")) return this.#problem(name, "capability.denied");
    const view = this.part.channel(name);
    if (!view) return this.#problem(name, "channel.unknown");

    const { connection, mesh } = this.context;
    const channel = new PluginChannel(
      {
        pluginId: this.part.id,
        generation: this.part.generation,
        connection,
        mesh,
        message: (from, data) => this.#received(name, from, data),
        peers: (ids) => this.#tellPeers(name, ids),
      },
      view,
    );
    this.#channels.set(name, channel);
    channel.allow(this.part.state.peek().canSend);
  }

  send(name: string, data: Uint8Array<ArrayBuffer>, to?: string): void {
    const channel = this.#channels.get(name);
    if (!channel) return;
    const participant = to === undefined ? undefined : this.#people.find((person) => person.pseudonym === to)?.participantId;
    if (to !== undefined && participant === undefined) return;
    const problem = channel.send(data, participant);
    if (problem) this.#problem(name, problem);
  }

  follow(change: Partial<FrameState>): void {
    for (const [name, channel] of this.#channels) {
      if (change.canSend !== undefined) channel.allow(change.canSend);
      if (change.people) this.#tellPeers(name, channel.peers);
    }
  }

  close(): void {
    for (const channel of this.#channels.values()) channel.close();
    this.#channels.clear();
  }

  get #people(): readonly PluginPerson[] {
    return this.part.people.peek()?.people ?? [];
  }

  #tellPeers(channel: string, ids: readonly string[]) {
    this.tell({ t: "peers", channel, ids: pseudonymsOf(this.#people, ids) });
  }

  // Whoever the plugin may not know is not heard by it either: the message would name them.
  #received(channel: string, participant: string, data: Uint8Array) {
    const [from] = pseudonymsOf(this.#people, [participant]);
    if (from !== undefined) this.tell({ t: "message", channel, from, data });
  }

  // Once a second for each kind: a frame that sends too much is not helped by as many answers.
  #problem(channel: string, code: string) {
    const key = `${channel}|${code}`;
    const limit = this.#problems.get(key) ?? new RateLimit(1, 1);
    this.#problems.set(key, limit);
    if (limit.take()) this.tell({ t: "problem", channel, code, message: words[code] ?? "The message was dropped." });
  }
}

const words: Record<string, string> = {
  "consent.missing": "This person has not allowed what they do here to leave the frame.",
  "message.too-large": "The message is larger than the channel's maxMessageBytes.",
  "message.rate": "More messages than the channel's maxMessagesPerSecond.",
  "sink.blocked": "The gate refused this channel.",
  "channel.unknown": "The manifest declares no channel of this name; add it to channels.",
  "capability.denied": "Add channel.open to the manifest's capabilities.",
};
