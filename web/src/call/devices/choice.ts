import { signal, type ReadonlySignal } from "@preact/signals";
import type { Device } from "./asking";

export interface Devices {
  readonly cameras: readonly MediaDeviceInfo[];
  readonly microphones: readonly MediaDeviceInfo[];
  readonly speakers: readonly MediaDeviceInfo[];
}

const none: Devices = { cameras: [], microphones: [], speakers: [] };

/** Which devices there are, and which of them the person chose. An empty id is the browser's default. */
export class DeviceChoice {
  readonly #devices = signal<Devices>(none);
  readonly #selected = { camera: signal(""), microphone: signal(""), speaker: signal("") };

  get devices(): ReadonlySignal<Devices> {
    return this.#devices;
  }

  get camera(): ReadonlySignal<string> {
    return this.#selected.camera;
  }

  get microphone(): ReadonlySignal<string> {
    return this.#selected.microphone;
  }

  /** Where the others are heard; only some browsers let a page choose. */
  get speaker(): ReadonlySignal<string> {
    return this.#selected.speaker;
  }

  readonly canChooseSpeaker = "setSinkId" in HTMLMediaElement.prototype;

  readonly constraints = (device: Device): MediaTrackConstraints => {
    const id = this.#selected[device].value;
    const chosen = id ? { deviceId: { exact: id } } : {};
    if (device === "microphone") return { ...chosen, echoCancellation: true, noiseSuppression: true, autoGainControl: true };
    return { ...chosen, width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 } };
  };

  select(device: Device | "speaker", id: string): void {
    this.#selected[device].value = id;
  }

  /** What the browser gave when it was left to choose. */
  inUse(device: Device, id: string): void {
    this.#selected[device].value = id;
  }

  async refresh(): Promise<void> {
    const all = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? [];
    const of = (kind: MediaDeviceKind) => all.filter((each) => each.kind === kind && each.deviceId !== "");
    this.#devices.value = { cameras: of("videoinput"), microphones: of("audioinput"), speakers: of("audiooutput") };
  }
}
