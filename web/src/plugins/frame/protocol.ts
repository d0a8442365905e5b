// What crosses the MessagePort between the page and a plugin's frame. Everything from the frame is untrusted: `readFrameMessage` checks it.

export interface FramePerson {
  id: string;
  name: string | null;
}

export interface FrameRecording {
  phase: "idle" | "asking" | "recording" | "saving";
  startedAt: number | null;
  mine: boolean;
  startedBy: string | null;
  allowed: number;
  people: number;
  bytes: number;
  problem: string | null;
}

export type FrameServerState = "running" | "restarting" | "failed";

/** What the page tells the frame; the first one comes with the port. Each changes what it names and nothing else. */
export interface FrameState {
  me: FramePerson;
  people: FramePerson[];
  canSend: boolean;
  theme: "light" | "dark";
  server: FrameServerState | null;
  recording: FrameRecording;
}

export type ToFrame =
  | { t: "state"; state: Partial<FrameState> }
  | { t: "server"; data: Uint8Array }
  | { t: "message"; channel: string; from: string; data: Uint8Array }
  | { t: "peers"; channel: string; ids: string[] }
  | { t: "problem"; channel: string; code: string; message: string }
  | { t: "done"; id: number; value?: string | File[] }
  | { t: "failed"; id: number; code: string; message: string };

export type FromFrame =
  | { t: "server"; id: number; data: Uint8Array }
  | { t: "open"; channel: string }
  | { t: "send"; channel: string; data: Uint8Array; to?: string }
  | { t: "file"; id: number; name: string; file: Blob }
  | { t: "pick"; id: number; kinds: string[]; maxBytes: number; maxFiles: number }
  | { t: "link"; url: string }
  | { t: "record"; id: number }
  | { t: "stop"; id: number };

/** Posted by the boot script to the page; the page answers with `PortOffer` and two ports: the line, and the watch. */
export const hello = "pluginroom:hello";

/** Posted instead where the browser lacks what the frame's safety rests on. */
export const unsupported = "pluginroom:unsupported";

/**
 * What goes over the watch, which the plugin's code never gets hold of: the boot script tells of a click or touch, of the
 * keyboard's focus coming to the frame and of its leaving for another address, and answers each `ping` with a `pong` once the plugin's code lets it.
 */
export type FromWatch = "touch" | "focus" | "leave" | "pong";

export const ping = "ping";

export interface PortOffer {
  t: "pluginroom:port";
  state: FrameState;
}
