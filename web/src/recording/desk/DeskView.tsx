import { Button } from "../../design/Button";
import { Sheet } from "../../design/Sheet";
import { elapsed, size } from "../words";
import type { RecordingDesk } from "./desk";
import { StartSheet } from "./StartSheet";

/** The recording person's own part of the page. */
export function DeskView({ desk }: { desk: RecordingDesk }) {
  const phase = desk.phase.value;
  switch (phase.kind) {
    case "idle":
      return null;
    case "asking":
      return <StartSheet desk={desk} plugin={phase.plugin} starting={false} problem={phase.problem} />;
    case "starting":
      return <StartSheet desk={desk} plugin={phase.plugin} starting problem={null} />;
    case "recording":
      return phase.leaving ? <LeaveSheet desk={desk} /> : null;
    case "saving":
      return (
        <section class="notice recording-note" role="status">
          <span class="recording__spinner" aria-hidden="true" />
          <p>Saving the recording. Keep this page open.</p>
        </section>
      );
    case "saved":
      return (
        <section class={`notice recording-note${phase.problem ? " notice--warning" : ""}`} role="status">
          <p>
            {phase.problem ? `${phase.problem} ` : "Recording saved: "}
            <strong>{phase.fileName}</strong>, {elapsed(phase.seconds * 1000)}, {size(phase.bytes)}.
          </p>
          <Button look="quiet" onClick={() => desk.dismiss()}>
            Close
          </Button>
        </section>
      );
  }
}

function LeaveSheet({ desk }: { desk: RecordingDesk }) {
  return (
    <Sheet title="You are recording" onClose={() => desk.answerLeave(false)}>
      <p>Leaving the room ends the recording. The file is completed and saved first.</p>
      <div class="sheet__choices">
        <Button onClick={() => desk.answerLeave(false)}>Stay</Button>
        <Button look="danger" onClick={() => desk.answerLeave(true)}>
          Save and leave
        </Button>
      </div>
    </Sheet>
  );
}
