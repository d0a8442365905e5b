import { RoomRecorder, type RecorderEvents, type RoomToRecord } from "../engine/roomRecorder";
import { chooseDestination, recordingFileName, type Destination } from "../file/destination";
import type { RecordingFile } from "../file/recordingFile";
import { markSaved } from "../file/notes";
import { createFile, forget } from "../file/store";
import { ScratchFile } from "../file/scratchFile";
import { failureWords } from "../words";

export interface RunningRecorder {
  readonly seconds: number;
  readonly needsRemux: boolean;
  refresh(): void;
  finish(): Promise<void>;
}

export interface Finished {
  readonly bytes: number;
  readonly problem: string | null;
}

/** What the desk needs of the browser. */
export interface DeskTools {
  chooseDestination(room: string): Promise<Destination | null>;
  createFile(name: string, room: string): Promise<RecordingFile>;
  startRecorder(room: RoomToRecord, file: RecordingFile, events: RecorderEvents): Promise<RunningRecorder>;
  finish(recorder: RunningRecorder, file: RecordingFile, destination: Destination): Promise<Finished>;
}

export const browserTools: DeskTools = {
  chooseDestination: (room) => chooseDestination(recordingFileName(room, new Date())),
  createFile,
  startRecorder: (room, file, events) => RoomRecorder.start(room, file, events),
  finish,
};

/** Completes the file and hands it to where the person wants it. A failure on the way costs the index, not the recording. */
async function finish(recorder: RunningRecorder, file: RecordingFile, destination: Destination): Promise<Finished> {
  let problem: string | null = null;
  let complete = !recorder.needsRemux;
  await recorder.finish().catch((error: unknown) => {
    problem = failureWords(error);
    complete = false;
  });
  let content = await file.content();
  if (!complete && content.size > 0) {
    content = await repaired(content, file);
  }
  try {
    await destination.save(content);
    await letGo(file, destination.picked);
    return { bytes: content.size, problem };
  } catch (error) {
    const where = file.place === "disk" ? " It is kept in this browser, which offers it again when you next enter a room here." : "";
    return { bytes: content.size, problem: `${destination.fileName} could not be written: ${(error as Error).message}${where}` };
  }
}

/** A file cut off in the middle still plays, so if it cannot be completed it is given as it is. */
async function repaired(content: Blob, file: RecordingFile): Promise<Blob> {
  try {
    const { remux } = await import("../file/remux");
    return await remux(content, file.place === "disk" ? "disk" : "memory");
  } catch {
    return content;
  }
}

/** What lies in a picked place needs no second copy; a download may still be reading ours. */
async function letGo(file: RecordingFile, picked: boolean): Promise<void> {
  if (!(file instanceof ScratchFile)) {
    return;
  }
  if (picked) {
    await forget(file.name);
  } else {
    markSaved(file.name);
  }
}
