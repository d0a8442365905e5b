const key = "pluginroom.recordings";

/** What this browser remembers about a recording that is still in its private storage. */
export interface RecordingNote {
  /** The file's name in the private storage. */
  readonly name: string;
  readonly room: string;
  readonly startedAt: number;
  /** Handed to the browser's downloads; kept until the next visit, because nobody says when the copy is complete. */
  readonly saved: boolean;
}

export function readNotes(): RecordingNote[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(value) ? value.filter(isNote) : [];
  } catch {
    return [];
  }
}

export function writeNote(note: RecordingNote): void {
  store([...readNotes().filter((each) => each.name !== note.name), note]);
}

export function eraseNote(name: string): void {
  store(readNotes().filter((each) => each.name !== name));
}

export function markSaved(name: string): void {
  const note = readNotes().find((each) => each.name === name);
  if (note) {
    writeNote({ ...note, saved: true });
  }
}

function store(notes: readonly RecordingNote[]): void {
  try {
    if (notes.length === 0) {
      localStorage.removeItem(key);
    } else {
      localStorage.setItem(key, JSON.stringify(notes));
    }
  } catch {
    // Without storage there is nothing to come back to either.
  }
}

function isNote(value: unknown): value is RecordingNote {
  const note = value as Partial<RecordingNote> | null;
  return typeof note?.name === "string" && typeof note.room === "string" && typeof note.startedAt === "number" && typeof note.saved === "boolean";
}
