import { BlobSource, Conversion, Input, Output, StreamTarget, WEBM, WebMOutputFormat } from "mediabunny";
import { MemoryFile } from "./memoryFile";
import { markSaved } from "./notes";
import type { RecordingFile } from "./recordingFile";
import { createFile } from "./store";

/** Copies a WebM without length or index (cut off by a crash, or written as a stream) into one that has both. */
export async function remux(unfinished: Blob, place: RecordingFile["place"]): Promise<Blob> {
  const file = place === "disk" ? await temporaryFile() : new MemoryFile();
  const input = new Input({ source: new BlobSource(unfinished), formats: [WEBM] });
  const output = new Output({ format: new WebMOutputFormat(), target: new StreamTarget(file.open()) });
  const conversion = await Conversion.init({ input, output });
  await conversion.execute();
  return file.content();
}

/** Marked as saved from the start: whatever happens, the next visit clears it away. */
async function temporaryFile(): Promise<RecordingFile> {
  const name = `complete-${crypto.randomUUID()}.webm`;
  const file = await createFile(name, "");
  markSaved(name);
  return file;
}
