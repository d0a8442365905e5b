import { batch, computed, signal, type ReadonlySignal } from "@preact/signals";
import { askForDevices, problemOf, type DeviceProblem } from "./devices/asking";
import { DeviceChoice } from "./devices/choice";
import { captureScreen } from "./devices/screen";

type Device = "camera" | "microphone";

/** What a plugin makes of this person's camera picture; null while it has made nothing of it yet. */
export interface CameraChange {
  readonly pluginId: string;
  readonly picture: ReadonlySignal<MediaStreamTrack | null>;
}

/**
 * This person's own camera, microphone and screen. Camera off stops the track and frees the device; mute keeps the microphone
 * and silences it, so that speaking again is instant.
 */
export class LocalMedia {
  readonly #camera = signal<MediaStreamTrack | null>(null);
  readonly #change = signal<CameraChange | null>(null);
  // While a change is on, the camera itself is sent to nobody: not for the moment either in which it starts again.
  readonly #sent = computed(() => (this.#change.value ? this.#change.value.picture.value : this.#camera.value));
  readonly #microphone = signal<MediaStreamTrack | null>(null);
  readonly #screen = signal<MediaStreamTrack | null>(null);
  readonly #screenSound = signal<MediaStreamTrack | null>(null);
  readonly #muted = signal(false);
  readonly #cameraWanted = signal(true);
  readonly #problems = { camera: signal<DeviceProblem | null>(null), microphone: signal<DeviceProblem | null>(null) };
  readonly #starting = signal(false);
  readonly choice = new DeviceChoice();
  /** Camera and microphone as one stream for one's own tile; a new object when a track changes. */
  readonly ownStream = computed(() => streamOf(this.#sent.value));
  readonly ownScreen = computed(() => streamOf(this.#screen.value));

  constructor() {
    navigator.mediaDevices?.addEventListener("devicechange", () => void this.#devicesChanged());
  }

  /** What the others see: the camera, or what a plugin makes of it. */
  get camera(): ReadonlySignal<MediaStreamTrack | null> {
    return this.#sent;
  }

  /** The camera itself, for the buttons, and for what changes its picture. */
  get cameraDevice(): ReadonlySignal<MediaStreamTrack | null> {
    return this.#camera;
  }

  /** The plugin that changes the picture. */
  readonly changedBy = computed(() => this.#change.value?.pluginId ?? null);

  /** From now on the others see the changed picture; with null, the camera's own. */
  changeCamera(change: CameraChange | null): void {
    this.#change.value = change;
  }

  get microphone(): ReadonlySignal<MediaStreamTrack | null> {
    return this.#microphone;
  }

  get screen(): ReadonlySignal<MediaStreamTrack | null> {
    return this.#screen;
  }

  get screenSound(): ReadonlySignal<MediaStreamTrack | null> {
    return this.#screenSound;
  }

  /** What the person asked for; true as well while there is no microphone to mute. */
  get muted(): ReadonlySignal<boolean> {
    return this.#muted;
  }

  /** True while a device is being opened. */
  get starting(): ReadonlySignal<boolean> {
    return this.#starting;
  }

  get cameraProblem(): ReadonlySignal<DeviceProblem | null> {
    return this.#problems.camera;
  }

  get microphoneProblem(): ReadonlySignal<DeviceProblem | null> {
    return this.#problems.microphone;
  }

  /** Opens what is wanted, with one question to the person where the browser allows that. */
  async start(wanted: { camera: boolean; microphone: boolean }): Promise<void> {
    this.#cameraWanted.value = wanted.camera;
    this.#muted.value = !wanted.microphone;
    await this.#open([...(wanted.camera ? ["camera" as const] : []), ...(wanted.microphone ? ["microphone" as const] : [])]);
  }

  async setCamera(on: boolean): Promise<void> {
    this.#cameraWanted.value = on;
    if (on) await this.#open(["camera"]);
    else this.#replace("camera", null);
  }

  async setMuted(muted: boolean): Promise<void> {
    this.#muted.value = muted;
    if (!muted && !this.#microphone.value) await this.#open(["microphone"]);
    if (this.#microphone.value) this.#microphone.value.enabled = !this.#muted.value;
  }

  /** Changes the device while it is in use; the others notice nothing but another picture or sound. */
  async choose(device: Device, deviceId: string): Promise<void> {
    this.choice.select(device, deviceId);
    const inUse = device === "camera" ? this.#camera.value : this.#microphone.value;
    if (inUse) await this.#open([device]);
  }

  /** Resolves to false when the person closed the browser's own picker. */
  async shareScreen(): Promise<boolean> {
    const capture = await captureScreen();
    if (!capture) return false;
    const video = capture.getVideoTracks()[0]!;
    video.contentHint = "detail";
    // The browser's own "stop sharing" bar.
    video.addEventListener("ended", () => this.#screen.value === video && this.stopScreen());
    this.stopScreen();
    batch(() => {
      this.#screen.value = video;
      this.#screenSound.value = capture.getAudioTracks()[0] ?? null;
    });
    return true;
  }

  stopScreen(): void {
    this.#screen.value?.stop();
    this.#screenSound.value?.stop();
    batch(() => {
      this.#screen.value = null;
      this.#screenSound.value = null;
    });
  }

  /** Frees every device. */
  stop(): void {
    this.stopScreen();
    this.#replace("camera", null);
    this.#replace("microphone", null);
  }

  async #open(devices: Device[]) {
    if (devices.length === 0) return;
    this.#starting.value = true;
    try {
      const opened = await askForDevices(devices, this.choice.constraints);
      batch(() => {
        for (const device of devices) {
          const result = opened[device]!;
          this.#problems[device].value = "problem" in result ? result.problem : null;
          if ("track" in result) this.#replace(device, result.track);
        }
      });
    } finally {
      this.#starting.value = false;
    }
    await this.choice.refresh();
  }

  #replace(device: Device, track: MediaStreamTrack | null) {
    // Turned off again while the browser was still asking.
    if (track && device === "camera" && !this.#cameraWanted.value) {
      track.stop();
      return;
    }
    const current = device === "camera" ? this.#camera : this.#microphone;
    const before = current.value;
    if (track) this.#adopt(device, track);
    current.value = track;
    before?.stop();
  }

  #adopt(device: Device, track: MediaStreamTrack) {
    if (device === "camera") track.contentHint = "motion";
    else track.enabled = !this.#muted.value;
    this.choice.inUse(device, track.getSettings().deviceId ?? "");
    track.addEventListener("ended", () => this.#unplugged(device, track));
  }

  #unplugged(device: Device, track: MediaStreamTrack) {
    const current = device === "camera" ? this.#camera : this.#microphone;
    if (current.value !== track) return;
    current.value = null;
    this.#problems[device].value = problemOf(new DOMException("", "NotFoundError"), device);
    // Another one may be there: the person wanted to be seen and heard.
    this.choice.select(device, "");
    void this.#open([device]);
  }

  async #devicesChanged() {
    await this.choice.refresh();
    if (this.#cameraWanted.value && !this.#camera.value && this.#problems.camera.value?.kind === "absent") await this.#open(["camera"]);
    if (!this.#muted.value && !this.#microphone.value && this.#problems.microphone.value?.kind === "absent") await this.#open(["microphone"]);
  }
}

const streamOf = (track: MediaStreamTrack | null) => (track ? new MediaStream([track]) : null);
