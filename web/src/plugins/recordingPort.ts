import { signal, type ReadonlySignal } from "@preact/signals";
import type { FrameRecording } from "./frame/protocol";

/** What a plugin's frame may ask of the page's recorder; `web/src/recording` implements and provides it. */
export interface RecordingControl {
  /** What the frame of that plugin may know about recording. */
  state(pluginId: string): ReadonlySignal<FrameRecording>;
  /** Asks the person to confirm by a click in the page, then everybody else. Rejects with `FrameRefusal` when nothing starts. */
  start(pluginId: string): Promise<void>;
  stop(pluginId: string): Promise<void>;
}

/** A refusal as the frame hears it: one of the host's codes, and a sentence for people. */
export class FrameRefusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export const idleRecording: FrameRecording = {
  phase: "idle", startedAt: null, mine: false, startedBy: null, allowed: 0, people: 0, bytes: 0, problem: null,
};

/** Null until the recorder's part of the page is there. */
export const recordingControl = signal<RecordingControl | null>(null);
