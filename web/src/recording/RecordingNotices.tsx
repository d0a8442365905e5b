import { useSignal, useSignalEffect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "../design/Button";
import { toast } from "../design/Toast";
import type { RecordingView } from "../signaling/protocol";
import { readNotes } from "./file/notes";
import "./recording.css";
import { Leftovers } from "./Leftovers";
import type { RoomRecording, Stance } from "./roomRecording";
import { elapsed } from "./words";

/** What everybody sees of a recording: that it runs, since when and by whom, whether they are in it, and the question. */
export function RecordingNotices({ recording }: { recording: RoomRecording }) {
  const view = recording.view.value;
  const desk = recording.desk.value;
  return (
    <>
      {view && <Banner recording={recording} view={view} />}
      {view && recording.stance.value === "unanswered" && !recording.mine.value && <Question recording={recording} view={view} />}
      {desk?.render()}
      {readNotes().length > 0 && <Leftovers />}
    </>
  );
}

function Banner({ recording, view }: { recording: RoomRecording; view: RecordingView }) {
  const mine = recording.mine.value;
  return (
    <section class="recording" aria-label="Recording">
      <span class="recording__dot" aria-hidden="true" />
      <p class="recording__words">
        <strong>{mine ? "You are recording" : `${view.startedBy} is recording`}</strong>
        <span class="recording__time">
          <Elapsed since={view.startedAt} />
        </span>
        <span class="recording__stance">{stanceWords(recording.stance.value, mine)}</span>
      </p>
      <StanceButton recording={recording} />
      {mine && (
        <Button look="danger" onClick={() => void recording.stop()}>
          Stop recording
        </Button>
      )}
      <p class="visually-hidden" role="status">
        {mine ? "You are recording this room." : `${view.startedBy} is recording this room with ${view.pluginName}.`}
      </p>
    </section>
  );
}

function stanceWords(stance: Stance, mine: boolean): string {
  if (stance === "allowed") return mine ? "You are in it" : "You are in the recording";
  return mine ? "You are not in it" : "You are not in the recording";
}

/** Changes one's mind while it runs. While the question is open its two buttons are the way. */
function StanceButton({ recording }: { recording: RoomRecording }) {
  const stance = recording.stance.value;
  if (stance === "unanswered" && !recording.mine.value) return null;
  return stance === "allowed" ? (
    <Answer recording={recording} allow={false}>
      Don’t record me
    </Answer>
  ) : (
    <Answer recording={recording} allow>
      Allow recording me
    </Answer>
  );
}

/** Does not take the focus away from whatever the person is doing, and comes to no harm when ignored. */
function Question({ recording, view }: { recording: RoomRecording; view: RecordingView }) {
  return (
    <section class="ask" role="dialog" aria-modal="false" aria-labelledby="ask-title" aria-describedby="ask-text">
      <div id="ask-text" class="ask__text">
        <h3 id="ask-title">May you be recorded?</h3>
        <p>
          {view.startedBy} wants to record this room with {view.pluginName}. The file is saved on {possessive(view.startedBy)} device.
        </p>
        <p>Until you allow it, nobody sees or hears you in the file. You can change your mind while it runs.</p>
      </div>
      <div class="ask__choices">
        <Answer recording={recording} allow={false}>
          Don’t record me
        </Answer>
        <Answer recording={recording} allow>
          Allow recording me
        </Answer>
      </div>
    </section>
  );
}

const possessive = (name: string) => (/s$/iu.test(name) ? `${name}’` : `${name}’s`);

function Answer({ recording, allow, children }: { recording: RoomRecording; allow: boolean; children: string }) {
  const busy = useSignal(false);
  const give = async () => {
    busy.value = true;
    try {
      await recording.answer(allow);
    } catch (error) {
      toast((error as Error).message);
    } finally {
      busy.value = false;
    }
  };
  return (
    <Button disabled={busy.value} onClick={() => void give()}>
      {children}
    </Button>
  );
}

function Elapsed({ since }: { since: number }) {
  const now = useSignal(Date.now());
  useEffect(() => {
    const timer = setInterval(() => (now.value = Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  useSignalEffect(() => void now.value);
  return <time>{elapsed(now.value - since)}</time>;
}
