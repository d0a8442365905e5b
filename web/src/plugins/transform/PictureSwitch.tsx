import { useSignal } from "@preact/signals";
import { Button } from "../../design/Button";
import { Sheet } from "../../design/Sheet";
import type { RoomPluginView } from "../../signaling/protocol";
import { useAction } from "../panel/useAction";
import { pictureUiOf, type PictureChange } from "./pictureChange";
import "./transform.css";

/** Where a plugin can change this person's picture: asks each time, and turns it off. */
export function PictureSwitch({ pictures, plugin }: { pictures: PictureChange; plugin: RoomPluginView }) {
  const asking = useSignal(false);
  const { busy, problem, run } = useAction();
  if (!pictureUiOf(plugin)) return null;
  const isOn = pictures.state.value?.pluginId === plugin.id;
  const start = () => {
    asking.value = false;
    run(() => pictures.start(plugin));
  };
  return (
    <>
      <div class="plugin__actions">
        {isOn ? (
          <Button onClick={() => pictures.stop()}>Stop changing my picture</Button>
        ) : (
          <Button disabled={busy} onClick={() => (asking.value = true)}>
            Change my picture…
          </Button>
        )}
      </div>
      {problem && <p class="problem" role="alert">{problem}</p>}
      {asking.value && (
        <Sheet title={`Let ${plugin.name} change your picture?`} onClose={() => (asking.value = false)}>
          <PictureTerms plugin={plugin} />
          <div class="ask__actions">
            <Button onClick={start}>Change my picture</Button>
            <Button onClick={() => (asking.value = false)}>Leave it as it is</Button>
          </div>
        </Sheet>
      )}
    </>
  );
}

function PictureTerms({ plugin }: { plugin: RoomPluginView }) {
  const reason = plugin.capabilities.find(({ name }) => name === "media.local.transform")?.reason;
  return (
    <div class="picture-terms">
      {reason && <p>The author says: “{reason}”</p>}
      <ul>
        <li>Your camera picture passes through this plugin before it is sent, here in your browser. The plugin gets pictures and gives pictures back; it has no other way in or out.</li>
        <li>The others see what it makes of your picture, and that it is changed.</li>
        <li>If it fails or is too slow, your unchanged picture is sent again, and you are told.</li>
        <li>You are asked each time. You can stop it at any moment.</li>
      </ul>
    </div>
  );
}
