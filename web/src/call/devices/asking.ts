export type Device = "camera" | "microphone";

/** Why a device cannot be used, with words for the person. */
export interface DeviceProblem {
  readonly kind: "refused" | "absent" | "busy" | "insecure" | "failed";
  readonly message: string;
}

export type Opened = { track: MediaStreamTrack } | { problem: DeviceProblem };

export type Constraints = (device: Device) => MediaTrackConstraints;

const property = { camera: "video", microphone: "audio" } as const;

/** Asks for all at once, so that the person is asked once; when that fails, for each by itself, so that one problem does not cost both. */
export async function askForDevices(devices: Device[], constraints: Constraints): Promise<Partial<Record<Device, Opened>>> {
  if (!navigator.mediaDevices?.getUserMedia) {
    return Object.fromEntries(devices.map((device) => [device, { problem: insecure(device) }]));
  }
  try {
    return take(devices, await navigator.mediaDevices.getUserMedia(request(devices, constraints)));
  } catch (error) {
    if (devices.length === 1) return { [devices[0]!]: await askAgain(devices[0]!, constraints, error) };
  }
  const each = await Promise.all(devices.map((device) => askForDevices([device], constraints)));
  return Object.assign({}, ...each) as Partial<Record<Device, Opened>>;
}

/** A remembered device that is gone, or a size that it does not have: anything will do then. */
async function askAgain(device: Device, constraints: Constraints, error: unknown): Promise<Opened> {
  const name = nameOf(error);
  if (name === "OverconstrainedError" || (name === "NotFoundError" && constraints(device).deviceId)) {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ [property[device]]: true });
      return { track: stream.getTracks()[0]! };
    } catch (second) {
      return { problem: problemOf(second, device) };
    }
  }
  return { problem: problemOf(error, device) };
}

function request(devices: Device[], constraints: Constraints): MediaStreamConstraints {
  return Object.fromEntries(devices.map((device) => [property[device], constraints(device)]));
}

function take(devices: Device[], stream: MediaStream): Partial<Record<Device, Opened>> {
  return Object.fromEntries(
    devices.map((device) => {
      const track = device === "camera" ? stream.getVideoTracks()[0] : stream.getAudioTracks()[0];
      return [device, track ? { track } : { problem: problemOf(null, device) }];
    }),
  );
}

const nameOf = (error: unknown) => (error instanceof DOMException || error instanceof Error ? error.name : "");

const insecure = (device: Device): DeviceProblem => ({
  kind: "insecure",
  message: `Browsers give the ${device} only to pages opened over HTTPS or from localhost.`,
});

export function problemOf(error: unknown, device: Device): DeviceProblem {
  const used = device === "camera" ? "seen" : "heard";
  switch (nameOf(error)) {
    case "NotAllowedError":
    case "SecurityError":
      return {
        kind: "refused",
        message: `This page may not use the ${device}. To be ${used}, allow it in the address bar's site settings, then turn it on here.`,
      };
    case "NotFoundError":
    case "OverconstrainedError":
      return { kind: "absent", message: `No ${device} was found. Plug one in and it is picked up by itself.` };
    case "NotReadableError":
    case "AbortError":
      return { kind: "busy", message: `The ${device} is in use by another program. Close that program, then turn it on here.` };
    default:
      return { kind: "failed", message: `The ${device} could not be started. Choose another one in the settings or try again.` };
  }
}
