import { signal, type ReadonlySignal } from "@preact/signals";
import type { LocalMedia } from "../call/localMedia";
import { Mesh } from "../call/mesh";
import { CardStore } from "../cards/cardStore";
import { ChatStore } from "../chat/chatStore";
import { RoomModeration } from "../people/roomModeration";
import { deliverBehaviour } from "../plugins/deliveries/behaviour";
import { createPluginStore, type PluginStore } from "../plugins/pluginStore";
import { PictureChange } from "../plugins/transform/pictureChange";
import { ReactionStore } from "../reactions/reactionStore";
import { HubRefusal, type RoomConnection } from "../signaling/connection";
import { RoomRecording } from "../recording/roomRecording";
import type { JoinReply, ParticipantView, SeatEnded } from "../signaling/protocol";
import type { PageKey } from "../signaling/sealing";
import { Participants } from "./participants";

/** Why the room is over for this page. */
export type RoomEnd =
  | { kind: "left" }
  /** Another tab or window uses the seat. */
  | { kind: "taken" }
  /** A moderator put this person out. */
  | { kind: "removed"; words: SeatEnded }
  /** The host does not know the seat any more: it was away too long, or the host was restarted. */
  | { kind: "expired" }
  | { kind: "refused"; error: HubRefusal };

export interface JoinOptions {
  connection: RoomConnection;
  room: string;
  name: string;
  key: PageKey;
  local: LocalMedia;
  resumeToken: string | null;
}

/** One joined room, from the host's yes until it is left. */
export class RoomSession {
  readonly connection: RoomConnection;
  readonly room: string;
  readonly name: string;
  readonly self: string;
  readonly local: LocalMedia;
  readonly mesh: Mesh;
  readonly chat: ChatStore;
  readonly plugins: PluginStore;
  readonly recording: RoomRecording;
  readonly pictures: PictureChange;
  readonly reactions: ReactionStore;
  readonly cards: CardStore;
  readonly moderation: RoomModeration;
  readonly maxParticipants: number;
  readonly seatHoldSeconds: number;
  readonly resumeToken: string;
  readonly #people: Participants;
  readonly #end = signal<RoomEnd | null>(null);
  readonly #stops: (() => void)[];

  private constructor(options: JoinOptions, reply: JoinReply) {
    const { connection, room, name, key, local } = options;
    this.connection = connection;
    this.room = room;
    this.name = name;
    this.local = local;
    this.self = reply.self;
    this.resumeToken = reply.resumeToken;
    this.maxParticipants = reply.maxParticipants;
    this.seatHoldSeconds = reply.seatHoldSeconds;
    this.mesh = new Mesh({ connection, room, key, self: reply.self, iceServers: reply.iceServers, local });
    this.#people = new Participants(connection, this.mesh, reply);
    this.chat = new ChatStore(this.mesh.bus("chat"), (id) => this.nameOf(id));
    this.plugins = createPluginStore(this, reply);
    this.recording = new RoomRecording(this, reply.recording);
    this.pictures = new PictureChange(connection, local, this.plugins.roomPlugins);
    this.reactions = new ReactionStore(this.mesh.bus("reactions"), this.self, (id) => this.nameOf(id));
    this.cards = new CardStore(this.mesh.bus("cards"), this.plugins.deliveries);
    this.moderation = new RoomModeration(this);
    this.#stops = [
      deliverBehaviour(this),
      connection.on("seatEnded", (words) => this.#finish({ kind: "removed", words })),
      connection.on("seatTaken", () => this.#finish({ kind: "taken" })),
    ];
    connection.onReconnected(() => this.#rejoin(key));
  }

  /** Throws `HubRefusal` when the host says no. */
  static async join(options: JoinOptions): Promise<RoomSession> {
    const { connection, room, name, key, resumeToken } = options;
    await connection.start();
    const deliver = connection.holdEvents();
    try {
      const reply = await connection.invoke("Join", { room, name, publicKey: key.publicKey, resumeToken });
      return new RoomSession(options, reply);
    } finally {
      deliver();
    }
  }

  /** Everyone in the room, this person included, in the order in which they came. */
  get participants(): ReadonlySignal<readonly ParticipantView[]> {
    return this.#people.all;
  }

  get catalog(): PluginStore["catalog"] {
    return this.plugins.catalog;
  }

  get roomPlugins(): PluginStore["roomPlugins"] {
    return this.plugins.roomPlugins;
  }

  get consents(): PluginStore["consents"] {
    return this.plugins.consents;
  }

  get pluginPeople(): PluginStore["pluginPeople"] {
    return this.plugins.pluginPeople;
  }

  /** Set once it is over. */
  get end(): ReadonlySignal<RoomEnd | null> {
    return this.#end;
  }

  nameOf(id: string): string {
    return this.#people.all.peek().find((each) => each.id === id)?.name ?? "Someone";
  }

  /** Asks first while this page records. */
  async leave(): Promise<void> {
    if (!(await this.recording.mayLeave())) return;
    this.mesh.sayBye();
    const left = this.connection.invokeNow("Leave", null).catch(() => undefined);
    this.#finish({ kind: "left" });
    await left;
    await this.connection.close();
  }

  async #rejoin(key: PageKey) {
    const deliver = this.connection.holdEvents();
    try {
      const request = { room: this.room, name: this.name, publicKey: key.publicKey, resumeToken: this.resumeToken };
      const reply = await this.connection.invokeNow("Join", request);
      if (reply.self !== this.self) {
        // A new seat, which this session cannot use: it must not stay behind as somebody who is away.
        await this.connection.invokeNow("Leave", null);
        this.#finish({ kind: "expired" });
        return;
      }
      this.#people.reconcile(reply.participants);
      this.recording.resumed(reply.recording);
      this.plugins.resumed(reply);
    } catch (error) {
      if (error instanceof HubRefusal && error.code !== "connection.lost") this.#finish({ kind: "refused", error });
      else throw error;
    } finally {
      deliver();
    }
  }

  #finish(end: RoomEnd) {
    if (this.#end.peek()) return;
    for (const stop of this.#stops) stop();
    this.#people.stop();
    this.recording.close();
    this.pictures.close();
    this.plugins.close();
    this.chat.close();
    this.cards.close();
    this.reactions.close();
    this.moderation.close();
    this.mesh.close();
    this.#end.value = end;
    if (end.kind !== "left") void this.connection.close();
  }
}
