import type { StreamTargetChunk } from "mediabunny";

/** Where the bytes go while the recording runs. */
export interface RecordingFile {
  /** Memory is lost with the page and bounded by it, so the person is told. */
  readonly place: "disk" | "memory";
  readonly bytes: number;
  open(): WritableStream<StreamTargetChunk>;
  /** What has been written so far; valid after the stream is closed or broken. */
  content(): Promise<Blob>;
  discard(): Promise<void>;
}
