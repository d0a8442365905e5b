import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

interface Props {
  stream: MediaStream | null;
  label: string;
  class: string;
  /** One's own sound is never played back. */
  muted?: boolean;
  /** Where sound goes; empty for the default. */
  speaker?: string;
}

/** True when the browser plays no sound until the person has clicked something. */
export const soundBlocked = signal(false);
const unblocked = signal(0);

export function playBlockedSound(): void {
  soundBlocked.value = false;
  unblocked.value++;
}

export function MediaView({ stream, label, muted = false, speaker = "", class: className }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  const again = unblocked.value;
  useEffect(() => {
    const element = video.current!;
    if (element.srcObject !== stream) element.srcObject = stream;
    if (stream) void play(element);
  }, [stream, again]);
  useEffect(() => {
    // The speaker may have been unplugged: the default goes on then.
    if (!muted && "setSinkId" in HTMLMediaElement.prototype) void video.current!.setSinkId(speaker).catch(() => undefined);
  }, [speaker, muted]);
  return <video ref={video} class={className} aria-label={label} autoplay playsInline muted={muted} />;
}

async function play(element: HTMLVideoElement) {
  try {
    await element.play();
  } catch (error) {
    if (error instanceof DOMException && error.name === "NotAllowedError") soundBlocked.value = true;
  }
}
