import { useEffect, useMemo, useRef } from "preact/hooks";
import type { LocalMedia } from "../call/localMedia";
import { CameraButton, MicrophoneButton } from "../call/DeviceButtons";
import { soundLevel } from "../call/soundLevel";
import { Icon } from "../design/icons";

/** One's own picture and sound level, before anybody else gets them. */
export function Preview({ local }: { local: LocalMedia }) {
  const video = useRef<HTMLVideoElement>(null);
  const stream = local.ownStream.value;
  useEffect(() => {
    video.current!.srcObject = stream;
  }, [stream]);
  return (
    <section class="preview" aria-label="Preview">
      <video ref={video} class="preview__video" autoplay muted playsInline aria-label="Preview of your camera" hidden={!stream} />
      {!stream && (
        <div class="preview__empty">
          <Icon name="cameraOff" />
          <p>{local.starting.value ? "Waiting for your camera. Your browser may be asking whether this page may use it." : "Your camera is off"}</p>
        </div>
      )}
      <div class="preview__controls">
        <MicrophoneButton local={local} />
        <Meter local={local} />
        <CameraButton local={local} />
      </div>
      <Problems local={local} />
    </section>
  );
}

const bars = 12;

function Meter({ local }: { local: LocalMedia }) {
  const meter = useMemo(() => soundLevel(local.microphone), [local]);
  useEffect(() => meter.stop, [meter]);
  const heard = local.microphone.value !== null && !local.muted.value;
  const lit = heard ? Math.round(meter.level.value * bars) : 0;
  return (
    <div
      class="meter"
      role="meter"
      aria-label="Microphone level"
      aria-valuemin={0}
      aria-valuemax={bars}
      aria-valuenow={lit}
      aria-valuetext={heard ? (lit > 1 ? "Sound is coming in" : "Quiet") : "Microphone off"}
    >
      {Array.from({ length: bars }, (_, index) => (
        <span key={index} class={index < lit ? "meter__bar meter__bar--lit" : "meter__bar"} />
      ))}
    </div>
  );
}

function Problems({ local }: { local: LocalMedia }) {
  const problems = [local.cameraProblem.value, local.microphoneProblem.value].filter((each) => each !== null);
  if (problems.length === 0) return null;
  return (
    <div class="preview__problems" role="status">
      {problems.map((problem) => (
        <p class="notice notice--warning" key={problem.message}>
          <Icon name="warning" />
          <span>{problem.message}</span>
        </p>
      ))}
      <p class="small muted">You can come in without it, see and hear everybody, and write.</p>
    </div>
  );
}
