// The globals of a plugin's server side in JavaScript. The file that "server.entry" names is one classic script; it registers its handlers
// and returns. Handlers of events run one at a time: the next event comes when the promise of the handler before has settled. A handler has
// "server.limits.handlerSeconds" in plugin.json, five by default. There is no network, no file and no other input or output.

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

/** Writing into the room's chat. Needs `{ "name": "chat.send" }`; reading is `room.on("chat.message", ...)`. */
declare const chat: {
  /**
   * Posts a line, badged as this plugin's. 1 to 4,000 characters. Rejects with a `CapabilityDeniedError` when `chat.send` is not declared
   * or this plugin has received data that may not go into the room, with a `TypeError` or `RangeError` when the text is empty or too long.
   */
  send(text: string): Promise<void>;
};

/** Short notices. Needs `{ "name": "ui.notification" }`. */
declare const notifications: {
  /** Shows a notice to everybody in the room, with the plugin's name on it. 1 to 200 characters. Rejects as `chat.send` does. */
  show(text: string): Promise<void>;
};

/**
 * The plugin's own frames, one in each participant's browser. Needs an entry under "ui", `{ "name": "ui.panel" }` or `{ "name": "ui.stage" }`,
 * and the flow `{ "data": "plugin.input", "to": "ui" }`.
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
  /** As `ui.on("input", ...)`. */
  "ui.input": PluginRoomInput;
  /** The plugin is removed, updated, or its room has ended; two seconds later the process is gone. Needs nothing. */
  stop: undefined;
}

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

/** The gate refused. The attempt stands in the room's ledger, which the participants see. */
declare class CapabilityDeniedError extends Error {
  private constructor();
  /** The capability that was missing or refused, e.g. `chat.read`. */
  readonly capability: string;
  /** Not declared in plugin.json; nobody concerned allows it; this process knows what may not go there; too often or too much. */
  readonly code: "not-declared" | "not-consented" | "label" | "limit";
  /** What to add to plugin.json, or null where no line would help. */
  readonly manifestLine: string | null;
}

/** A call failed for a reason other than permission; the message says what is wrong and what to do. */
declare class RoomCallError extends Error {
  private constructor();
  readonly code: string;
}

/** Lines for the operator's log, up to 4,000 characters each and about 50 a second; more is dropped. Write no personal data. */
declare const console: {
  debug(...values: unknown[]): void;
  log(...values: unknown[]): void;
  info(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  error(...values: unknown[]): void;
  trace(...values: unknown[]): void;
  assert(condition: unknown, ...values: unknown[]): void;
};

/** Runs the handler once after so many milliseconds, 1 at least. At most 10,000 timers at once. */
declare function setTimeout<Values extends unknown[]>(handler: (...values: Values) => unknown, milliseconds?: number, ...values: Values): number;
/** Runs the handler every so many milliseconds, 4 at least. */
declare function setInterval<Values extends unknown[]>(handler: (...values: Values) => unknown, milliseconds?: number, ...values: Values): number;
declare function clearTimeout(id: number | undefined): void;
declare function clearInterval(id: number | undefined): void;
declare function queueMicrotask(handler: () => unknown): void;

declare class TextEncoder {
  readonly encoding: "utf-8";
  encode(text?: string): Uint8Array;
}

declare class TextDecoder {
  constructor(label?: "utf-8" | "utf8" | "UTF-8", options?: { fatal?: boolean });
  readonly encoding: "utf-8";
  readonly fatal: boolean;
  /** Throws a `TypeError` for bytes that are not UTF-8 when `fatal`. */
  decode(bytes?: ArrayBuffer | ArrayBufferView): string;
}

declare const crypto: {
  /** Fills and returns the array. At most 65,536 bytes. */
  getRandomValues<View extends ArrayBufferView>(array: View): View;
  randomUUID(): string;
};
