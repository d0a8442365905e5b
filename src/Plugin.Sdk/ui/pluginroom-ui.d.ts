// The global `pluginroom` in a plugin's frame. It is the frame's only way out: everything it does goes over one MessagePort
// to the page, and the page asks the gate.

declare const pluginroom: PluginRoomUi;

interface PluginRoomUi {
  /** Resolves once the page has handed the port over; before that nothing below works. */
  readonly ready: Promise<void>;

  /** The person in whose browser this frame runs. */
  readonly me: PluginRoomPerson;

  /** Whether this person allows their input (`plugin.input` to `ui`) to leave the frame. When false, show what others do, read-only. */
  readonly canSend: boolean;
  onCanSend(listener: (canSend: boolean) => void): void;

  /** The people whom this plugin may know, this person included. */
  readonly people: readonly PluginRoomPerson[];
  onPeople(listener: (people: readonly PluginRoomPerson[]) => void): void;

  /** Where a script that runs as a worker draws. Null in a page, and before `ready`. */
  readonly surface: PluginRoomSurface | null;

  /**
   * Where a script in the slot `transform` gets this person's camera pictures; null everywhere else. Such a script has nothing but this:
   * every other member of `pluginroom` is missing there.
   */
  readonly transform: PluginRoomTransform | null;

  readonly theme: "light" | "dark";
  onTheme(listener: (theme: "light" | "dark") => void): void;

  /** The plugin's own server side. Needs a `ui.*` capability and the flow `plugin.input` to `ui`. */
  readonly server: {
    /** Up to 256 KiB. Rejects with a `PluginRoomError` when the gate or a limit refuses. */
    send(data: Uint8Array): Promise<void>;
    onMessage(listener: (data: Uint8Array) => void): void;
    /** Whether the server side runs; it may restart, and then starts empty. */
    onState(listener: (state: "running" | "restarting" | "failed") => void): void;
  };

  /** A named channel of the manifest, frame to frame over the participants' data channels. Needs `channel.open`. */
  channel(name: string): PluginRoomChannel;

  /** Offers a file to the person to save on their device. Needs `files.offer`. Resolves to what they chose. */
  saveFile(fileName: string, file: Blob): Promise<"saved" | "refused">;

  /** Files that the person hands over, each time by their own choice. Needs `files.pick` and the flow `content.file` to `ui`. */
  readonly files: {
    /**
     * Asks the person in the page's own dialogue, which shows the "reason" of plugin.json and what is asked for. Resolves, to one at least, once the
     * gate has allowed it; the names have no path. Rejects with `consent.missing` before anything is asked when the person does not allow the flow,
     * with `question.declined`, and with `message.rate` while they are being asked or after two noes in the last minute. A request that is out of
     * range gets no answer. What a file really holds is for you to check.
     */
    pick(request?: {
      /** Empty: any. `table` is CSV and spreadsheets, `data` JSON, XML and YAML. */
      kinds?: readonly (
        | "image" | "audio" | "video" | "text" | "table" | "document" | "presentation" | "calendar" | "data" | "archive"
      )[];
      /** Of one file: 1 to 8 MiB; 1 MiB unless given. */
      maxBytes?: number;
      /** 1 to 5; 1 unless given. */
      maxFiles?: number;
    }): Promise<File[]>;
  };

  /** Shows the address to the person and opens it in a new tab if they agree. */
  openLink(url: string): void;

  /** Recording by this person, on this person's device. Needs `recording.write`. */
  readonly recording: {
    /** The page asks the person to confirm by a click of their own, then everybody else for consent. */
    start(): Promise<void>;
    stop(): Promise<void>;
    readonly state: PluginRoomRecording;
    onState(listener: (state: PluginRoomRecording) => void): void;
  };
}

/** What a script with `"mode": "worker"` draws on and hears of; there is no document for it. Null before `ready`, and in a page. */
interface PluginRoomSurface {
  /** As large as the frame. Give it its size in device pixels: `canvas.width = size.width * size.scale`. */
  readonly canvas: OffscreenCanvas;
  readonly size: PluginRoomSize;
  onResize(listener: (size: PluginRoomSize) => void): void;
  /** What the person does on the surface. Keys come while it has the focus, which only a click or Tab gives. */
  onInput(listener: (input: PluginRoomInput) => void): void;
  /** One of the cursors of CSS UI 4 that need no picture, such as `crosshair`; others are ignored. */
  cursor(name: string): void;
  /** What a screen reader says of the surface; up to 2,000 characters. */
  describe(text: string): void;
}

/** This person's own camera picture, before it is sent to the others. Needs `media.local.transform`, which the person switches on each time. */
interface PluginRoomTransform {
  /**
   * Runs for each picture, one at a time; those that come while it runs are left out. It gives back a picture of the same size, as an
   * `ImageBitmap` or as a canvas to take it from. If it throws, gives something else, or takes more than 100 ms for each picture during two
   * seconds, it is switched off and the unchanged picture is sent. The first picture may take ten seconds. `picture` is closed afterwards.
   */
  onFrame(handler: (picture: ImageBitmap) => ImageBitmap | OffscreenCanvas | Promise<ImageBitmap | OffscreenCanvas>): void;
}

/** In CSS pixels; `scale` is device pixels for each. */
interface PluginRoomSize {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** As in W3C Pointer Events 3 and UI Events; `x` and `y` are CSS pixels from the surface's upper left corner. */
type PluginRoomInput = PluginRoomModifiers &
  (
    | {
        readonly type: "pointerdown" | "pointermove" | "pointerup" | "pointercancel" | "pointerleave";
        readonly x: number;
        readonly y: number;
        readonly pointerId: number;
        readonly pointerType: string;
        readonly pressure: number;
        readonly button: number;
        readonly buttons: number;
      }
    | { readonly type: "wheel"; readonly x: number; readonly y: number; readonly dx: number; readonly dy: number }
    | { readonly type: "keydown" | "keyup"; readonly key: string; readonly code: string; readonly repeat: boolean }
  );

interface PluginRoomModifiers {
  readonly alt: boolean;
  readonly ctrl: boolean;
  readonly meta: boolean;
  readonly shift: boolean;
}

interface PluginRoomPerson {
  /** A pseudonym that only this plugin sees, the same in every browser of this room. */
  readonly id: string;
  /** Only when that person allows it. */
  readonly name: string | null;
}

interface PluginRoomChannel {
  /** Up to the manifest's `maxMessageBytes` and `maxMessagesPerSecond`; beyond that, or while `canSend` is false, it is dropped and `onProblem` says so. */
  send(data: Uint8Array, to?: string): void;
  onMessage(listener: (from: string, data: Uint8Array) => void): void;
  /** Ids of the people whose frame is reachable now. */
  onPeers(listener: (ids: readonly string[]) => void): void;
  /** What was dropped and why: `consent.missing`, `message.too-large`, `message.rate`, `channel.unknown`. At most once a second for each code. */
  onProblem(listener: (problem: PluginRoomError) => void): void;
}

interface PluginRoomRecording {
  readonly phase: "idle" | "asking" | "recording" | "saving";
  /** Milliseconds since 1970, while recording. */
  readonly startedAt: number | null;
  /** True when this person's device makes the recording. */
  readonly mine: boolean;
  /** Whoever started it, a name as shown in the room. */
  readonly startedBy: string | null;
  /** How many people may be seen and heard in it, and how many are in the room; only where `mine`. */
  readonly allowed: number;
  readonly people: number;
  readonly bytes: number;
  /** Why the last attempt ended, in words, when it ended by itself. */
  readonly problem: string | null;
}

/** What rejected promises carry. */
interface PluginRoomError extends Error {
  /** The same codes as the host's, e.g. `consent.missing`, `message.too-large`, `message.rate`. */
  readonly code: string;
}
