import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { Button } from "../../design/Button";
import { toast } from "../../design/Toast";
import { chooseDestination, recordingFileName } from "../file/destination";
import { markSaved, type RecordingNote } from "../file/notes";
import { forget, leftBehind, readBack } from "../file/store";

export async function lookForLeftBehind(): Promise<VNode | null> {
  const notes = await leftBehind().catch(() => []);
  return notes.length > 0 ? <LeftBehind notes={notes} /> : null;
}

function LeftBehind({ notes }: { notes: RecordingNote[] }) {
  const open = useSignal(notes);
  const busy = useSignal(false);
  const note = open.value[0];
  if (!note) return null;
  const done = () => (open.value = open.value.slice(1));
  const when = new Date(note.startedAt).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
  const run = async (work: () => Promise<boolean>) => {
    busy.value = true;
    try {
      if (await work()) done();
    } catch (error) {
      toast((error as Error).message);
    } finally {
      busy.value = false;
    }
  };
  return (
    <section class="notice recording-note" aria-label="Unfinished recording">
      <p>
        Your recording of <strong>{note.room}</strong> from {when} was cut off. It is still in this browser.
      </p>
      <Button disabled={busy.value} onClick={() => void run(() => save(note))}>
        {busy.value ? "Saving…" : "Save it"}
      </Button>
      <Button disabled={busy.value} onClick={() => void run(() => forget(note.name).then(() => true))}>
        Delete it
      </Button>
    </section>
  );
}

async function save(note: RecordingNote): Promise<boolean> {
  const destination = await chooseDestination(recordingFileName(note.room, new Date(note.startedAt)));
  if (!destination) return false;
  const { remux } = await import("../file/remux");
  const content = await readBack(note.name);
  await destination.save(await remux(content, "disk").catch(() => content));
  if (destination.picked) await forget(note.name);
  else markSaved(note.name);
  return true;
}
