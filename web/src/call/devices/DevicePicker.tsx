import { useId } from "preact/hooks";
import type { LocalMedia } from "../localMedia";

interface PickerProps {
  label: string;
  devices: readonly MediaDeviceInfo[];
  selected: string;
  onSelect: (id: string) => void;
}

function Picker({ label, devices, selected, onSelect }: PickerProps) {
  const id = useId();
  const known = devices.some((each) => each.deviceId === selected);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} class="select" value={selected} disabled={devices.length === 0} onChange={(event) => onSelect(event.currentTarget.value)}>
        {!known && <option value={selected}>{devices.length === 0 ? "None found" : "Default"}</option>}
        {devices.map((device, index) => (
          <option key={device.deviceId} value={device.deviceId}>
            {device.label || `${label} ${index + 1}`}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Which camera, microphone and, where the browser allows it, speaker. */
export function DevicePickers({ local }: { local: LocalMedia }) {
  const { choice } = local;
  const { cameras, microphones, speakers } = choice.devices.value;
  return (
    <>
      <Picker label="Camera" devices={cameras} selected={choice.camera.value} onSelect={(id) => void local.choose("camera", id)} />
      <Picker label="Microphone" devices={microphones} selected={choice.microphone.value} onSelect={(id) => void local.choose("microphone", id)} />
      {choice.canChooseSpeaker && speakers.length > 0 && (
        <Picker label="Speaker" devices={speakers} selected={choice.speaker.value} onSelect={(id) => choice.select("speaker", id)} />
      )}
    </>
  );
}
