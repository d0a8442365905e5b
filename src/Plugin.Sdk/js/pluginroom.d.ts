// The globals of a plugin's server side in JavaScript. The file that "server.entry" names is one classic script; it registers its handlers
// and returns. Handlers of events run one at a time: the next event comes when the promise of the handler before has settled. A handler has
// "server.limits.handlerSeconds" in plugin.json, five by default. There is no network but
// `net`, no file and no other input or output.
/// <reference path="globals.d.ts" />

/** The room in which this plugin runs. */
declare const room: PluginRoomRoom;

/** Who is in the room. Needs `{ "name": "participants.list" }`. */
declare const participants: {
  /**
   * The people who allow this plugin to know that they are there; nobody else is in it or counted by it.
   * Rejects with a `CapabilityDeniedError` when `participants.list` is not declared.
   */
  list(): Promise<PluginRoomParticipant[]>;
};

/** Writing into the room's chat. Needs `{ "name": "chat.send" }` or `{ "name": "chat.sendAsUser" }`; reading is `room.on("chat.message", ...)`. */
declare const chat: {
  /**
   * Posts a line, badged as this plugin's. 1 to 4,000 characters. Rejects with a `CapabilityDeniedError` when `chat.send` is not declared
   * or this plugin has received data that may not go into the room, with a `TypeError` or `RangeError` when the text is empty or too long.
   */
  send(text: string): Promise<void>;
  /**
   * Proposes a line to a person, who sees exactly this text and may send it as their own, marked for everybody as written by this plugin. Needs
   * `{ "name": "chat.sendAsUser" }`; the person is asked each time. Resolves when they said yes. What cannot be seen in the text is left out.
   * A person takes longer than a handler may: go on in `.then` and return. 1 to 4,000 characters.
   *
   * Rejects with a `CapabilityDeniedError` when it is not declared, when this plugin has received data that may not go into the room (`label`,
   * `not-consented`; also until the person answered), and for too many questions (`limit`); with a `RoomCallError`: `question.declined`,
   * `question.unanswered` after a minute, `participant.unknown` when nobody has that id.
   */
  sendAs(person: string, text: string): Promise<void>;
};

/**
 * Files that a person hands over, each time by their own choice in the page's own dialogue. Needs `{ "name": "files.pick" }` with a "reason", which
 * the person reads, and a flow of `content.file`, which the person allows before they are asked.
 */
declare const files: {
  /**
   * Asks the person for files and resolves, to one at least, when all of their bytes are here; never with a part of them. A person takes minutes
   * and a handler has seconds: go on in `.then` and return. All that is asked for has to fit into the "memoryMb" of plugin.json.
   *
   * Rejects with a `CapabilityDeniedError` when it is not declared, when the person does not allow the flows (`not-consented`), and for too many
   * questions (`limit`); with a `RoomCallError`: `question.declined`, `question.unanswered` after three minutes, `files.aborted` when they were
   * not handed over to the end, `participant.unknown` when nobody has that id; with a `TypeError` or `RangeError` for what is wrong with an argument.
   */
  pick(person: string, request?: PluginRoomFileRequest): Promise<PluginRoomFile[]>;
};

interface PluginRoomFileRequest {
  /** Empty: any. */
  kinds?: readonly PluginRoomFileKind[];
  /** Of one file, in bytes: 1 to 8 MiB; 1 MiB unless given. */
  maxBytes?: number;
  /** 1 to 5; 1 unless given. */
  maxFiles?: number;
}

/** `table` is CSV and spreadsheets, `data` JSON, XML and YAML. What a file really holds is for the plugin to check. */
type PluginRoomFileKind =
  | "image" | "audio" | "video" | "text" | "table" | "document" | "presentation" | "calendar" | "data" | "archive";

/** A file that a person handed over: theirs, and from outside, so check it. */
interface PluginRoomFile {
  /** Without a path, up to 120 characters, nothing invisible in it. Not unique. */
  name: string;
  /** A media type as the person's browser guessed it. */
  type: string;
  data: Uint8Array;
}

/** What a person shows of their card, in their own words; null where they show nothing. */
interface PluginRoomCard {
  displayName: string | null;
  pronouns: string | null;
  role: string | null;
  organisation: string | null;
  /** An https address. */
  link: string | null;
  about: string | null;
}

/** Short notices. Needs `{ "name": "ui.notification" }`. */
declare const notifications: {
  /** Shows a notice to everybody in the room, with the plugin's name on it. 1 to 200 characters. Rejects as `chat.send` does. */
  show(text: string): Promise<void>;
};

/**
 * The plugin's own frames, one in each participant's browser. Needs an entry under "ui", `{ "name": "ui.panel" }`, `ui.stage`, `ui.toolbar` or
 * `ui.overlay`, and the flow `{ "data": "plugin.input", "to": "ui" }`.
 */
declare const ui: {
  /**
   * Runs the handler for each message that a frame sent by `pluginroom.server.send`, from people who allow it. Call the result to stop.
   * Throws a `CapabilityDeniedError` when no `ui.*` capability is declared.
   */
  on(event: "input", handler: (input: PluginRoomInput) => unknown): () => void;
  /** Sends to one person's frame; if it is not open, the message is dropped. Up to 256 KiB; text goes as UTF-8. */
  send(to: string, data: PluginRoomData): Promise<void>;
  /** Sends to every open frame of this plugin in the room. Up to 256 KiB; text goes as UTF-8. */
  broadcast(data: PluginRoomData): Promise<void>;
};

/**
 * What this plugin keeps for the room. Needs `{ "name": "storage.room" }` and, for each kind of data that the plugin has received before it
 * writes, a flow such as `{ "data": "content.chat", "to": "storage.room", "retention": "room" }`. With the retention `room` a value ends with
 * the room, with a duration it outlives the room for at most that long. docs/storage.md has the rest.
 */
declare const storage: PluginRoomStore & {
  /**
   * What this plugin keeps for one person. Needs `{ "name": "storage.user" }` and flows to `storage.user`; it ends with the room at the latest.
   * Throws a `TypeError` when the id is empty; one that nobody has makes the calls reject with a `RoomCallError`, `participant.unknown`.
   */
  of(person: string): PluginRoomStore;
};

/**
 * Values under keys, held by the host and given to this plugin alone. What this process writes carries the label of all that it has received,
 * and whoever reads it has received that too. When a person takes their permission back, the values that carry their data are deleted.
 *
 * A key has 1 to 128 bytes of UTF-8, a value up to 256 KiB; a plugin keeps up to 1,000 values and 8 MiB in a room. Every call rejects with a
 * `CapabilityDeniedError` when the capability is not declared or the data may not go there, with the code `limit` beyond about 100 calls or
 * 2 MiB a second; with a `RoomCallError`, `storage.unavailable`, when the host's disk fails; with a `TypeError` or `RangeError` for what is
 * wrong with an argument.
 */
interface PluginRoomStore {
  /**
   * The value under this key, or undefined when there is none or its time is over. Rejects with a `SyntaxError` when it is no JSON, with a
   * `RoomCallError`, `storage.damaged`, when the disk has lost it.
   */
  get(key: string): Promise<any>;
  /** Keeps a value as JSON, in the place of an earlier one. Rejects with a `RoomCallError`, `storage.full`, when something has to be deleted first. */
  set(key: string, value: unknown): Promise<void>;
  /** As `get`, for what is not JSON. */
  getBytes(key: string): Promise<Uint8Array | undefined>;
  /** As `set`, for bytes as they are; text goes as UTF-8. */
  setBytes(key: string, data: PluginRoomData): Promise<void>;
  /** Deletes a value. Whether there was one is not told. */
  delete(key: string): Promise<void>;
  /** The keys that begin with `prefix`, sorted by UTF-16 code units. Listing is reading all of them. */
  list(prefix?: string): Promise<string[]>;
}

/**
 * Requests to the outside, made by the host. Needs `{ "name": "net.fetch" }`, an entry under "sinks" with the address and the methods, and a
 * flow to `sink:<id>` for each kind of data that this process has received before it sends.
 */
declare const net: {
  /**
   * Sends a request to the sink of that id and resolves when the head of its response is there. The host follows up to five redirects below
   * the sink's url. Up to four requests are open at once, each for at most 60 seconds: a handler that waits for one may be out of time before,
   * so go on in `.then` and return. Read the response to its end, or close it.
   *
   * Rejects with a `CapabilityDeniedError` when plugin.json does not list the capability, the sink, the method or the way (`not-declared`),
   * when this process has received what may not go there (`label`, `not-consented`), and for too much or too often (`limit`); with a
   * `RoomCallError` when the sink cannot be reached; with a `TypeError` or `RangeError` for what is wrong with an argument.
   */
  fetch(sink: string, request?: PluginRoomRequest): Promise<PluginRoomResponse>;
};

interface PluginRoomRequest {
  /** One of the sink's "methods"; GET unless given. */
  method?: string;
  /** Below the sink's "url", without a slash at its start, percent-encoded (RFC 3986; `encodeURIComponent` for one segment). */
  path?: string;
  /** Without a question mark, percent-encoded. */
  query?: string;
  /**
   * accept, accept-language, content-language, content-type, idempotency-key, if-match, if-modified-since, if-none-match,
   * if-unmodified-since, prefer and range; other fields are refused.
   */
  headers?: Record<string, string>;
  /** Not with GET and HEAD. Up to 8 MiB; text goes as UTF-8. The sink's "maxBytesPerMinute" is often less. */
  body?: PluginRoomData;
}

/** What a sink answered: from outside, so check it. The body can be read once, as a whole or in parts; up to 16 MiB. */
interface PluginRoomResponse {
  /** E.g. 200. Errors of the sink are answers as well and do not reject. */
  readonly status: number;
  /** `status` is 200 to 299. */
  readonly ok: boolean;
  /** Those that describe the content, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The rest of the body as UTF-8; what is not valid becomes U+FFFD. */
  text(): Promise<string>;
  /** The rest of the body, parsed. Rejects with a `SyntaxError` when it is no JSON. */
  json(): Promise<any>;
  /** The rest of the body. */
  bytes(): Promise<Uint8Array>;
  /** The next bytes of the body, up to 256 KiB; none at its end. One read at a time. */
  read(): Promise<Uint8Array>;
  /** The rest is not wanted. */
  close(): Promise<void>;
}

/**
 * An address at which a service outside can leave something for this plugin in this room. Needs `{ "name": "net.webhook.receive" }`.
 * Deliveries are signed as Standard Webhooks 1.0 says; the host takes only those that are, once each, with up to 256 KiB.
 */
declare const webhook: {
  /**
   * The path below the host's address, and what the service signs with (`whsec_` and base64). Whoever has both can send. Rejects with a
   * `CapabilityDeniedError` when `net.webhook.receive` is not declared.
   */
  place(): Promise<{ path: string; secret: string }>;
  /** Runs the handler for each delivery; call the result to stop. Throws a `CapabilityDeniedError` when the capability is not declared. */
  on(event: "received", handler: (delivery: PluginRoomDelivery) => unknown): () => void;
};

/**
 * Other plugins in the same room. Calling needs `{ "name": "plugin.call" }` and, for each kind of data that this plugin has received before it
 * calls, a flow such as `{ "data": "content.chat", "to": "plugin:org.example.minutes" }`; being called needs an entry under "callable" and flows
 * of its own for the same data. All that the caller has received counts as received by the one that is called, and the other way
 * round with the answer; both happen only where the people concerned allow it to both plugins.
 */
declare const plugins: {
  /**
   * Calls another plugin by its id, and resolves to its answer within three seconds. Up to 256 KiB each way; text goes as UTF-8.
   *
   * Rejects with a `CapabilityDeniedError` when `plugin.call` is not declared (`not-declared`), when this plugin has received what may not go
   * there or the other plugin may not have (`label`, `not-consented`), and for too much or too often (`limit`: 50 calls and 1 MiB a second
   * after a burst); with a `RoomCallError`: `plugin.absent`, `plugin.method`, `plugin.not-running`, `plugin.stopped`, `plugin.recursion` (it
   * waits for an answer of this plugin), `plugin.busy`, `plugin.timeout`, `plugin.failed` (its handler threw, or there is none) or
   * `plugin.withheld` (its answer may not come here).
   */
  call(plugin: string, method: string, data?: PluginRoomData): Promise<Uint8Array>;
  /**
   * Answers other plugins' calls with what the handler returns: bytes, text, nothing, or a promise of it. One handler at a time; call the
   * result to stop. It runs in turn with the handlers of events. When it throws, the caller hears `plugin.failed` and no reason.
   */
  on(event: "call", handler: (call: PluginRoomCall) => PluginRoomData | void | PromiseLike<PluginRoomData | void>): () => void;
};

/** A call of another plugin in the room: that plugin's data, so check it. */
interface PluginRoomCall {
  /** The other plugin's id, by the host's word. */
  readonly from: string;
  /** One of this plugin's "callable". */
  readonly method: string;
  readonly data: Uint8Array;
  /** `data` as UTF-8; what is not valid becomes U+FFFD. */
  readonly text: string;
}

/**
 * What a moderator of the room decides when the plugin asks for it, each time anew. Both reject with a `CapabilityDeniedError` when the
 * capability is not declared, this plugin has received data that may not go into the room, or it has asked too often (`limit`); and with a
 * `RoomCallError`: `question.declined`, `question.unanswered` after a minute, `question.withdrawn`, or `participant.unknown` for an id that
 * nobody has or had. Nobody decides about themselves; about somebody who left or who allows this plugin nothing, nobody is asked, and nobody
 * answers. A person takes longer than a handler may: go on in `.then` and return.
 */
declare const moderation: {
  /**
   * Has the person's page mute itself; to unmute is always theirs. The reason, 1 to 200 characters, is for the moderator and the person.
   * Needs `{ "name": "moderation.mute" }`.
   */
  mute(person: string, reason: string): Promise<void>;
  /** Puts the person out of the room. Needs `{ "name": "moderation.remove" }`. */
  remove(person: string, reason: string): Promise<void>;
};

/** People's voices, pictures and screens, and streams of this plugin's own. */
declare const media: {
  /**
   * Asks for one person's stream. Needs `{ "name": "media.audio.receive" }`, `{ "name": "media.video.receive" }` or
   * `{ "name": "media.screen.receive" }` with a reason, and a flow of `content.audio`, `content.video` or `content.screen`. That person is asked each
   * time, and a yes counts once. Rejects with a `CapabilityDeniedError` when the capability is not declared or the person has not said yes, with
   * a `RoomCallError`, `media.no-peer`, when this host has nothing that could receive media, with `participant.unknown` when nobody has that id.
   */
  receive(person: string, kind: PluginRoomMediaKind): Promise<void>;
  /**
   * Begins a stream of the plugin's own, which everybody sees or hears as the plugin's. Needs `{ "name": "media.publish" }`. Rejects as `receive`
   * does, and with the code `label` when this process has received what may not go into the room.
   */
  publish(kind: PluginRoomMediaKind): Promise<void>;
};

type PluginRoomMediaKind = "audio" | "video" | "screen";

type PluginRoomData = string | ArrayBuffer | ArrayBufferView;

interface PluginRoomRoom {
  /** Names this room towards this plugin only; another plugin in the same room sees another alias. */
  readonly alias: string;

  /** The room's name and how many people are in it now, whatever they allow. Needs `{ "name": "room.info.read" }`. */
  info(): Promise<{ name: string; people: number }>;

  /**
   * Runs the handler for each event from then on; call the result to stop. Throws a `CapabilityDeniedError` when plugin.json does not
   * declare what the event needs.
   */
  on<Name extends keyof PluginRoomEvents>(event: Name, handler: (event: PluginRoomEvents[Name]) => unknown): () => void;
}

interface PluginRoomEvents {
  /** A line by a person who allows it. Needs `{ "name": "chat.read" }`. */
  "chat.message": { from: string; id: string; text: string; at: Date };
  /** Someone joined, or began to allow this plugin to know that they are there. Needs `{ "name": "presence.subscribe" }`. */
  "participant.joined": PluginRoomParticipant;
  /** Someone left or withdrew their permission: forget what you hold of them. Needs `{ "name": "presence.subscribe" }`. */
  "participant.left": { id: string };
  /** A name became known, changed, or was withdrawn (then it is null). Needs `{ "name": "participants.profile.read" }`. */
  "participant.renamed": PluginRoomParticipant;
  /** A person started a recording through this plugin. Needs `{ "name": "recording.write" }`. */
  "recording.started": { id: string; at: Date };
  /** It has ended. Needs `{ "name": "recording.write" }`. */
  "recording.stopped": { id: string; at: Date };
  /** A reaction of a person who allows it. Needs `{ "name": "reactions.read" }`. */
  "reaction.sent": { from: string; reaction: PluginRoomReaction; at: Date };
  /** Somebody who allows it began or ended to speak; never while their microphone is muted. Needs `{ "name": "speaking.read" }`. */
  "speaking.changed": { from: string; speaking: boolean; at: Date };
  /**
   * About every ten seconds, medians over at least two people who allow it: milliseconds there and back, packets lost (0 to 100), kilobits a
   * second received and sent by one person. Needs `{ "name": "quality.stats.read" }`.
   */
  "quality.changed": { people: number; rttMs: number; lossPercent: number; kbps: number };
  /**
   * Somebody who allows it shows, changes or withdraws their card; null: it is withdrawn, so forget what you hold of it. Comes soon after this
   * process started or they allowed it, and then at each change. Needs `{ "name": "usercard.read" }`.
   */
  "usercard.changed": { from: string; fields: PluginRoomCard | null };
  /** As `ui.on("input", ...)`. */
  "ui.input": PluginRoomInput;
  /** As `webhook.on("received", ...)`. */
  "webhook.received": PluginRoomDelivery;
  /** The plugin is removed, updated, or its room has ended; two seconds later the process is gone. Needs nothing. */
  stop: undefined;
}

type PluginRoomReaction = "thumbs-up" | "applause" | "heart" | "laugh" | "surprise" | "party";

interface PluginRoomParticipant {
  /** A pseudonym that only this plugin sees and that lasts as long as the room. */
  id: string;
  /** Null unless plugin.json declares `participants.profile.read` and this person allows it. */
  name: string | null;
}

interface PluginRoomInput {
  /** Whose frame sent it. */
  from: string;
  /** Yours to keep. It comes from a browser: check it. */
  data: Uint8Array;
  /** `data` read as UTF-8; what is not valid becomes U+FFFD. */
  readonly text: string;
}

interface PluginRoomDelivery {
  /** The sender's name for it (`webhook-id`); one id arrives once. */
  id: string;
  /** As the sender says, or null. */
  contentType: string | null;
  /** Yours to keep. It comes from outside: check it. */
  data: Uint8Array;
  /** `data` read as UTF-8; what is not valid becomes U+FFFD. */
  readonly text: string;
}

/** The gate refused. The attempt stands in the room's ledger, which the participants see. */
declare class CapabilityDeniedError extends Error {
  private constructor();
  /** The capability that was missing or refused, e.g. `chat.read`. */
  readonly capability: string;
  /**
   * Not declared in plugin.json; nobody concerned allows it; this process knows what may not go there; declared for training or marketing,
   * which this room has not switched on; too often or too much.
   */
  readonly code: "not-declared" | "not-consented" | "label" | "purpose-off" | "limit";
  /** What to add to plugin.json, or null where no line would help. */
  readonly manifestLine: string | null;
}

/** A call failed for a reason other than permission; the message says what is wrong and what to do. */
declare class RoomCallError extends Error {
  private constructor();
  readonly code: string;
}
