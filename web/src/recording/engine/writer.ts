/** Turns what is painted and mixed into a file. */
export interface RecordingWriter {
  /**
   * Takes the canvas as it is now; `pageSeconds` is `performance.now() / 1000`. A frame that must be in the file is not dropped
   * when the encoder lags.
   */
  frame(pageSeconds: number, must: boolean): void;
  /** Media time written so far, in seconds. */
  readonly seconds: number;
  /** Completes the file: length, index, the last cluster. */
  finish(): Promise<void>;
}
