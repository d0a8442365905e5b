import { computed, effect, signal, type ReadonlySignal } from "@preact/signals";
import type { VNode } from "preact";
import { toast } from "../../design/Toast";
import type { FrameRecording } from "../../plugins/frame/protocol";
import { FrameRefusal } from "../../plugins/recordingPort";
import type { RoomSession } from "../../room/session";
import type { RecordingView, RoomPluginView } from "../../signaling/protocol";
import type { Destination } from "../file/destination";
import type { RecordingFile } from "../file/recordingFile";
import { allowedIn, peopleIn } from "../room";
import { failureWords } from "../words";
import { DeskView } from "./DeskView";
import { browserTools, type DeskTools, type RunningRecorder } from "./tools";

/** Where this person's own recording is on its way from the question to the saved file. */
export type DeskPhase =
  | { kind: "idle" }
  | { kind: "asking"; plugin: string; problem: string | null }
  | { kind: "starting"; plugin: string }
  | { kind: "recording"; leaving: boolean }
  | { kind: "saving" }
  | { kind: "saved"; fileName: string; bytes: number; seconds: number; problem: string | null };

interface Running {
  readonly id: string;
  readonly file: RecordingFile;
  readonly destination: Destination;
  readonly recorder: RunningRecorder;
}

type DeskSession = Pick<RoomSession, "self" | "room" | "participants" | "local" | "mesh" | "connection">;

/** Makes this person's own recording: asks, starts, keeps to who allowed it, saves. */
export class RecordingDesk {
  readonly #session: DeskSession;
  readonly #view: ReadonlySignal<RecordingView | null>;
  readonly #tools: DeskTools;
  readonly #phase = signal<DeskPhase>({ kind: "idle" });
  readonly #bytes = signal(0);
  readonly #problem = signal<string | null>(null);
  #asked: { plugin: RoomPluginView; resolve(): void; reject(error: Error): void } | null = null;
  #running: Running | null = null;
  #ending: Promise<void> | null = null;
  #leave: ((leave: boolean) => void) | null = null;

  constructor(session: DeskSession, view: ReadonlySignal<RecordingView | null>, tools: DeskTools = browserTools) {
    this.#session = session;
    this.#view = view;
    this.#tools = tools;
    effect(() => guardUnload(this.busy.value));
  }

  get phase(): ReadonlySignal<DeskPhase> {
    return this.#phase;
  }

  get bytes(): ReadonlySignal<number> {
    return this.#bytes;
  }

  /** True while closing the page would lose something. */
  readonly busy = computed(() => this.#phase.value.kind === "recording" || this.#phase.value.kind === "saving");

  render(): VNode {
    return <DeskView desk={this} />;
  }

  /** Shows the page's own question. Resolves when the recording runs, rejects when the person says no. */
  request(plugin: RoomPluginView): Promise<void> {
    if (!["idle", "saved"].includes(this.#phase.peek().kind)) {
      return Promise.reject(new FrameRefusal("recording.running", "A recording is being asked for, made or saved already."));
    }
    this.#problem.value = null;
    this.#phase.value = { kind: "asking", plugin: plugin.name, problem: null };
    return new Promise((resolve, reject) => (this.#asked = { plugin, resolve, reject }));
  }

  dismiss(): void {
    if (this.#phase.peek().kind === "asking") {
      this.#giveUp(new FrameRefusal("recording.dismissed", "The person decided not to record."));
    } else if (this.#phase.peek().kind === "saved") {
      this.#phase.value = { kind: "idle" };
    }
  }

  /** The person's own click in the sheet; the browser's picker opens only from there. */
  async confirm(): Promise<void> {
    const asked = this.#asked;
    if (!asked || this.#phase.peek().kind !== "asking") return;
    this.#phase.value = { kind: "starting", plugin: asked.plugin.name };
    try {
      const destination = await this.#tools.chooseDestination(this.#session.room);
      if (!destination) {
        this.#phase.value = { kind: "asking", plugin: asked.plugin.name, problem: null };
        return;
      }
      await this.#start(asked.plugin, destination);
      this.#asked = null;
      asked.resolve();
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      this.#phase.value = { kind: "asking", plugin: asked.plugin.name, problem };
    }
  }

  /** Someone allowed, revoked, came or left: at once, not with the next frame. */
  refresh(): void {
    this.#running?.recorder.refresh();
  }

  stop(): Promise<void> {
    return this.#end(null);
  }

  /** The host says that it is over. */
  async ended(id: string, reason: string | null): Promise<void> {
    if (this.#running?.id !== id) return;
    await this.#end(reason && `The recording ended: ${reason} What was recorded until then is kept.`);
    // The room's own page may be gone by now, and its notices with it.
    if (reason === null) this.#announce();
  }

  async mayLeave(): Promise<boolean> {
    if (this.#phase.peek().kind === "recording") {
      this.#phase.value = { kind: "recording", leaving: true };
      const leave = await new Promise<boolean>((resolve) => (this.#leave = resolve));
      if (!leave) {
        if (this.#phase.peek().kind === "recording") this.#phase.value = { kind: "recording", leaving: false };
        return false;
      }
      await this.#end(null);
      this.#announce();
    }
    await this.#ending;
    return true;
  }

  answerLeave(leave: boolean): void {
    this.#leave?.(leave);
    this.#leave = null;
  }

  frameState(pluginId: string): Partial<FrameRecording> | null {
    const phase = this.#phase.value;
    const view = this.#view.value;
    const problem = this.#problem.value;
    const asking = phase.kind === "asking" || phase.kind === "starting";
    if (asking && this.#asked?.plugin.id === pluginId) return { phase: "asking", problem };
    if (phase.kind === "saving") return { phase: "saving", mine: true, bytes: this.#bytes.value, problem };
    if (!view || phase.kind !== "recording") return { problem };
    const people = this.#session.participants.value;
    const allowed = people.filter((each) => view.allowed.includes(each.id)).length;
    return { allowed, people: people.length, bytes: this.#bytes.value, problem };
  }

  async #start(plugin: RoomPluginView, destination: Destination) {
    const view = await this.#session.connection.invoke("StartRecording", { pluginId: plugin.id });
    const stopAtHost = () => this.#session.connection.invoke("StopRecording", { recordingId: view.id }).catch(() => undefined);
    try {
      const file = await this.#tools.createFile(`${view.id}.webm`, this.#session.room);
      const recorder = await this.#tools.startRecorder(this.#room(view), file, {
        onProgress: (bytes) => (this.#bytes.value = bytes),
        onFailure: (error) => void this.#end(failureWords(error)),
      });
      this.#running = { id: view.id, file, destination, recorder };
    } catch (error) {
      await stopAtHost();
      throw error;
    }
    this.#phase.value = { kind: "recording", leaving: false };
    // Whoever presses "Start recording" has said yes for themselves.
    if (!view.allowed.includes(this.#session.self)) {
      await this.#session.connection.invoke("AnswerRecording", { recordingId: view.id, allow: true }).catch(() => undefined);
    }
  }

  #room(started: RecordingView) {
    return {
      people: () => peopleIn(this.#session),
      // The host's event with the newest list may come before or after its reply.
      allowed: () => allowedIn(this.#session, this.#view.peek() ?? (this.#running ? null : started)),
    };
  }

  #announce() {
    const phase = this.#phase.peek();
    if (phase.kind === "saved") toast(phase.problem ?? `Recording saved: ${phase.fileName}`, 8_000);
  }

  #giveUp(error: FrameRefusal) {
    this.#asked?.reject(error);
    this.#asked = null;
    this.#phase.value = { kind: "idle" };
  }

  #end(problem: string | null): Promise<void> {
    const running = this.#running;
    if (running) {
      this.#running = null;
      this.#ending = this.#save(running, problem).finally(() => (this.#ending = null));
    }
    return this.#ending ?? Promise.resolve();
  }

  async #save(running: Running, problem: string | null) {
    this.#phase.value = { kind: "saving" };
    this.answerLeave(true);
    void this.#session.connection.invoke("StopRecording", { recordingId: running.id }).catch(() => undefined);
    const result = await this.#tools.finish(running.recorder, running.file, running.destination);
    this.#problem.value = problem ?? result.problem;
    this.#bytes.value = result.bytes;
    const { fileName } = running.destination;
    this.#phase.value = { kind: "saved", fileName, bytes: result.bytes, seconds: running.recorder.seconds, problem: this.#problem.value };
  }
}

const warn = (event: BeforeUnloadEvent) => event.preventDefault();

function guardUnload(busy: boolean): void {
  if (busy) addEventListener("beforeunload", warn);
  else removeEventListener("beforeunload", warn);
}
