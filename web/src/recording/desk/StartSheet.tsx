import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "../../design/Button";
import { Sheet } from "../../design/Sheet";
import { useSettled } from "../../design/useSettled";
import { minutesIn, pictureFor } from "../engine/quality";
import { memoryLimitBytes } from "../file/memoryFile";
import { hasDisk } from "../file/store";
import type { RecordingDesk } from "./desk";

interface Props {
  desk: RecordingDesk;
  plugin: string;
  starting: boolean;
  problem: string | null;
}

export function StartSheet({ desk, plugin, starting, problem }: Props) {
  const settled = useSettled();
  const inMemory = useSignal(false);
  useEffect(() => {
    void hasDisk().then((disk) => (inMemory.value = !disk));
  }, []);
  return (
    <Sheet title="Record this room?" onClose={() => desk.dismiss()}>
      <p>{plugin} asks you to record. Everybody in the room will see that you do.</p>
      <dl class="facts">
        <dt>Who is in it</dt>
        <dd>You, and each person who allows it. Nobody else is seen or heard.</dd>
        <dt>What</dt>
        <dd>Cameras, microphones and shared screens, with names, as one WebM video.</dd>
        <dt>Where it goes</dt>
        <dd>A file on this device. Nothing is sent to the host or anybody else.</dd>
      </dl>
      {inMemory.value && (
        <p class="notice notice--warning">
          This browser gives the page no disk space here, as in some private windows. The recording stays in memory: it is lost if
          the page closes, and ends after about {minutesIn(memoryLimitBytes, pictureFor(navigator.hardwareConcurrency || 4))} minutes.
        </p>
      )}
      {problem && (
        <p class="notice notice--danger" role="alert">
          {problem}
        </p>
      )}
      <div class="sheet__choices">
        <Button disabled={starting} onClick={() => desk.dismiss()}>
          Cancel
        </Button>
        <Button look="danger" disabled={starting || !settled.value} onClick={(event) => event.isTrusted && void desk.confirm()}>
          {starting ? "Starting…" : "Start recording"}
        </Button>
      </div>
    </Sheet>
  );
}
