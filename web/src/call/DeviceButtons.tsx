import { IconButton } from "../design/IconButton";
import type { LocalMedia } from "./localMedia";

interface Props {
  local: LocalMedia;
  /** Whether the keyboard shortcuts work where this stands. */
  shortcuts?: boolean;
}

/** The name says what a click does; the crossed-out icon says how it is. */
export function MicrophoneButton({ local, shortcuts = false }: Props) {
  const heard = local.microphone.value !== null && !local.muted.value;
  return (
    <IconButton
      icon={heard ? "mic" : "micOff"}
      label={heard ? "Mute" : "Unmute"}
      shortcut={shortcuts ? "M" : undefined}
      look={heard ? undefined : "off"}
      onClick={() => void local.setMuted(heard)}
    />
  );
}

export function CameraButton({ local, shortcuts = false }: Props) {
  const on = local.cameraDevice.value !== null;
  return (
    <IconButton
      icon={on ? "camera" : "cameraOff"}
      label={on ? "Turn camera off" : "Turn camera on"}
      shortcut={shortcuts ? "V" : undefined}
      look={on ? undefined : "off"}
      onClick={() => void local.setCamera(!on)}
    />
  );
}
