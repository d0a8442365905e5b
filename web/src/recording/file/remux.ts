import { BlobSource, Conversion, Input, Output, StreamTarget, WEBM, WebMOutputFormat } from "mediabunny";
import type { RecordingFile } from "./recordingFile";

/** Copies a WebM without length or index (cut off by a crash, or written as a stream) into one that has both. */
export async function remux(unfinished: Blob, into: RecordingFile): Promise<void> {
  const input = new Input({ source: new BlobSource(unfinished), formats: [WEBM] });
  const output = new Output({ format: new WebMOutputFormat(), target: new StreamTarget(into.open()) });
  const conversion = await Conversion.init({ input, output });
  await conversion.execute();
}
