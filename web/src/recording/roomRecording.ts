import { computed, signal, type ReadonlySignal } from "@preact/signals";
import { toast } from "../design/Toast";
import type { FrameRecording } from "../plugins/frame/protocol";
import { FrameRefusal, idleRecording, recordingControl, type RecordingControl } from "../plugins/recordingPort";
import type { RoomSession } from "../room/session";
import type { RecordingView } from "../signaling/protocol";
import type { RecordingDesk } from "./desk/desk";

/** Where this person stands towards the recording that runs. */
export type Stance = "none" | "unanswered" | "allowed" | "refused";

/** The room's recording as everybody sees it. What the recording person's own page needs on top is the desk, loaded when asked for. */
export class RoomRecording {
  readonly #session: RoomSession;
  readonly #view = signal<RecordingView | null>(null);
  readonly #answered = signal<string | null>(null);
  readonly #desk = signal<RecordingDesk | null>(null);
  readonly #stops: (() => void)[];
  readonly #control: RecordingControl = {
    state: (pluginId) => computed(() => this.frameState(pluginId)),
    start: (pluginId) => this.request(pluginId),
    stop: (pluginId) => this.stop(pluginId),
  };

  constructor(session: RoomSession, running: RecordingView | null) {
    this.#session = session;
    this.#stops = [
      session.connection.on("recordingChanged", (view) => this.#changed(view)),
      session.connection.on("recordingEnded", ({ id, reason }) => this.#ended(id, reason)),
    ];
    this.resumed(running);
    recordingControl.value = this.#control;
  }

  get view(): ReadonlySignal<RecordingView | null> {
    return this.#view;
  }

  get desk(): ReadonlySignal<RecordingDesk | null> {
    return this.#desk;
  }

  readonly mine = computed(() => this.#view.value?.startedById === this.#session.self);

  readonly stance = computed<Stance>(() => {
    const view = this.#view.value;
    if (!view) return "none";
    if (view.allowed.includes(this.#session.self)) return "allowed";
    return this.#answered.value === view.id ? "refused" : "unanswered";
  });

  /** This person's answer; can be given again while it runs. */
  async answer(allow: boolean): Promise<void> {
    const id = this.#view.peek()?.id;
    if (!id) return;
    await this.#session.connection.invoke("AnswerRecording", { recordingId: id, allow });
    this.#answered.value = id;
  }

  /**
   * A plugin's frame asks. Resolves when the recording runs, after a click of the person in the page's own sheet. Where the browser
   * can tell, a frame may ask only right after a click in it, so that it cannot nag.
   */
  async request(pluginId: string): Promise<void> {
    const plugin = this.#session.plugins.roomPlugins.peek().find((each) => each.id === pluginId);
    if (!plugin) throw new FrameRefusal("plugin.gone", "This plugin is not in the room any more.");
    if (this.#view.peek()) throw new FrameRefusal("recording.running", "This room is being recorded already.");
    if (navigator.userActivation && !navigator.userActivation.isActive) {
      throw new FrameRefusal("recording.no-click", "A recording starts from a person's click: call start() in a click handler.");
    }
    const { RecordingDesk } = await import("./desk/desk");
    this.#desk.value ??= new RecordingDesk(this.#session, this.#view);
    await this.#desk.value.request(plugin);
  }

  /** From the banner, or from the frame of the plugin that it was started with. */
  async stop(pluginId = this.#view.peek()?.pluginId): Promise<void> {
    if (this.#view.peek()?.pluginId === pluginId) await this.#desk.peek()?.stop();
  }

  /** Asks first while this page records, and completes the file. False: the person stays. */
  mayLeave(): Promise<boolean> {
    return this.#desk.peek()?.mayLeave() ?? Promise.resolve(true);
  }

  /** What a plugin's frame is told; nothing while another plugin records, except that it does. Read it inside an effect. */
  frameState(pluginId: string): FrameRecording {
    const view = this.#view.value;
    const own = this.#desk.value?.frameState(pluginId) ?? null;
    if (!view) return { ...idleRecording, ...own };
    const shared = { phase: "recording" as const, startedAt: view.startedAt, mine: this.mine.value, startedBy: view.startedBy };
    return { ...idleRecording, ...shared, ...(view.pluginId === pluginId ? own : null) };
  }

  /** After a dropped socket: the host's state is the truth. */
  resumed(view: RecordingView | null): void {
    const before = this.#view.peek();
    if (view) this.#changed(view);
    else if (before) this.#ended(before.id, "The connection to the room was gone too long.");
  }

  close(): void {
    for (const stop of this.#stops) stop();
    if (recordingControl.peek() === this.#control) recordingControl.value = null;
    const view = this.#view.peek();
    if (view) this.#ended(view.id, null);
  }

  #changed(view: RecordingView) {
    this.#view.value = view;
    this.#desk.peek()?.refresh();
    // This page was reloaded while it recorded: nobody writes that file any more.
    if (this.mine.peek() && !this.#desk.peek()) {
      void this.#session.connection.invoke("StopRecording", { recordingId: view.id }).catch(() => undefined);
    }
  }

  #ended(id: string, reason: string | null) {
    if (this.#view.peek()?.id !== id) return;
    if (reason && !this.mine.peek()) toast(`The recording has ended. ${reason}`);
    this.#view.value = null;
    void this.#desk.peek()?.ended(id, reason);
  }
}
