import { MemoryFile } from "./memoryFile";
import { eraseNote, readNotes, writeNote, type RecordingNote } from "./notes";
import type { RecordingFile } from "./recordingFile";
import { openScratchFolder, ScratchFile } from "./scratchFile";

/** On disk if the browser allows it, else in memory. */
export async function createFile(name: string, room: string): Promise<RecordingFile> {
  const file = await ScratchFile.create(name);
  if (!file) {
    return new MemoryFile();
  }
  writeNote({ name, room, startedAt: Date.now(), saved: false });
  hold(name);
  return file;
}

/** Whether a recording would go to disk; asked before it starts, so that the person can be told. */
export async function hasDisk(): Promise<boolean> {
  try {
    await navigator.storage.getDirectory();
    return true;
  } catch {
    return false;
  }
}

/** Recordings that a crash, a reload or a full disk left behind, and that no tab is working on. Forgets what was saved already. */
export async function leftBehind(): Promise<RecordingNote[]> {
  const held = new Set((await navigator.locks.query()).held?.map((lock) => lock.name));
  const idle = readNotes().filter((note) => !held.has(lockOf(note.name)));
  const kept: RecordingNote[] = [];
  for (const note of idle) {
    if (note.saved || !(await exists(note.name))) {
      await forget(note.name);
    } else {
      kept.push(note);
    }
  }
  return kept;
}

export async function readBack(name: string): Promise<Blob> {
  return (await (await openScratchFolder()).getFileHandle(name)).getFile();
}

export async function forget(name: string): Promise<void> {
  eraseNote(name);
  await (await openScratchFolder()).removeEntry(name).catch(() => undefined);
}

async function exists(name: string): Promise<boolean> {
  try {
    return (await readBack(name)).size > 0;
  } catch {
    return false;
  }
}

const lockOf = (name: string) => `recording/${name}`;

// Held as long as this page lives, so that another tab does not take a running recording for one left behind.
function hold(name: string): void {
  void navigator.locks.request(lockOf(name), () => new Promise(() => undefined));
}
