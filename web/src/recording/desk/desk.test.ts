import { signal } from "@preact/signals";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RecordingView, RoomPluginView } from "../../signaling/protocol";
import type { RecorderEvents, RoomToRecord } from "../engine/roomRecorder";
import { MemoryFile } from "../file/memoryFile";
import { RecordingDesk } from "./desk";
import type { DeskTools } from "./tools";

const plugin = { id: "org.pluginroom.recorder", name: "Recorder" } as RoomPluginView;
const running = (...allowed: string[]): RecordingView => ({
  id: "r1", pluginId: plugin.id, pluginName: "Recorder", startedBy: "Ada", startedById: "ada", startedAt: 1, allowed,
});

/** A desk in a room of Ada, who records, and Bob; the host answers as the real one does, the browser's part is kept simple. */
class Room {
  readonly view = signal<RecordingView | null>(null);
  readonly participants = signal([{ id: "ada", name: "Ada", away: false }, { id: "bob", name: "Bob", away: false }]);
  readonly state = signal("connected");
  readonly asked: string[] = [];
  picks = true;
  recorder: { room: RoomToRecord; events: RecorderEvents } | null = null;
  startProblem: Error | null = null;
  finishes = 0;

  private readonly none = signal(null);
  readonly desk = new RecordingDesk(
    {
      self: "ada",
      room: "team",
      participants: this.participants,
      local: { microphone: this.none, camera: this.none, screen: this.none, screenSound: this.none },
      mesh: { remoteStreams: signal(new Map()), remoteStates: signal(new Map()) },
      connection: { state: this.state, invoke: (method: string, request: object) => this.host(method, request) },
    } as unknown as ConstructorParameters<typeof RecordingDesk>[0],
    this.view,
    this.tools());

  async start() {
    const asked = this.desk.request(plugin);
    await this.desk.confirm();
    await asked;
  }

  recorded(): string[] {
    return [...this.recorder!.room.allowed()];
  }

  private host(method: string, request: object): Promise<unknown> {
    this.asked.push(method);
    if (method === "StartRecording") this.view.value = running();
    if (method === "AnswerRecording") this.view.value = running("ada");
    if (method === "StopRecording") this.view.value = null;
    return Promise.resolve(method === "StartRecording" ? running() : request);
  }

  private tools(): DeskTools {
    const destination = { fileName: "team.webm", picked: true, save: () => Promise.resolve() };
    return {
      chooseDestination: () => Promise.resolve(this.picks ? destination : null),
      createFile: () => Promise.resolve(new MemoryFile()),
      startRecorder: (room, _, events) => {
        if (this.startProblem) return Promise.reject(this.startProblem);
        this.recorder = { room, events };
        return Promise.resolve({ seconds: 61, needsRemux: false, refresh: () => undefined, finish: () => Promise.resolve() });
      },
      finish: () => Promise.resolve({ bytes: 5_000_000, problem: null, count: ++this.finishes }),
    };
  }
}

describe("RecordingDesk", () => {
  let room: Room;
  beforeEach(() => (room = new Room()));
  afterEach(() => room.desk.stop());

  it("records nothing and tells nobody before the person's own click", () => {
    void room.desk.request(plugin).catch(() => undefined);
    expect(room.desk.phase.value.kind).toBe("asking");
    expect(room.asked).toEqual([]);
    expect(room.recorder).toBeNull();
  });

  it("starts on the click, and counts the click as the person's own yes", async () => {
    await room.start();
    expect(room.asked).toEqual(["StartRecording", "AnswerRecording"]);
    expect(room.desk.phase.value.kind).toBe("recording");
    expect(room.recorded()).toEqual(["ada"]);
  });

  it("tells the plugin when the person said no, with nothing started", async () => {
    const asked = room.desk.request(plugin);
    room.desk.dismiss();
    await expect(asked).rejects.toMatchObject({ code: "recording.dismissed" });
    expect(room.asked).toEqual([]);
  });

  it("goes back to the question when the person closes the browser's picker", async () => {
    room.picks = false;
    void room.desk.request(plugin).catch(() => undefined);
    await room.desk.confirm();
    expect(room.desk.phase.value).toMatchObject({ kind: "asking", problem: null });
    expect(room.asked).toEqual([]);
  });

  it("ends it for everybody when this browser cannot record after all, and says why", async () => {
    room.startProblem = new Error("This browser cannot record.");
    void room.desk.request(plugin).catch(() => undefined);
    await room.desk.confirm();
    expect(room.asked).toEqual(["StartRecording", "StopRecording"]);
    expect(room.desk.phase.value).toMatchObject({ kind: "asking", problem: "This browser cannot record." });
  });

  it("takes no second request while one is asked", async () => {
    void room.desk.request(plugin).catch(() => undefined);
    await expect(room.desk.request(plugin)).rejects.toMatchObject({ code: "recording.running" });
  });

  it("follows who allows it, at once", async () => {
    await room.start();
    room.view.value = running("ada", "bob");
    expect(room.recorded()).toEqual(["ada", "bob"]);
    room.view.value = running("ada");
    expect(room.recorded()).toEqual(["ada"]);
  });

  it("leaves out whoever could not revoke now: away, or this page without the host", async () => {
    await room.start();
    room.view.value = running("ada", "bob");
    room.participants.value = room.participants.value.map((each) => ({ ...each, away: each.id === "bob" }));
    expect(room.recorded()).toEqual(["ada"]);
    room.participants.value = room.participants.value.map((each) => ({ ...each, away: false }));
    room.state.value = "reconnecting";
    expect(room.recorded()).toEqual(["ada"]);
  });

  it("records nobody once the host says that it is over", async () => {
    await room.start();
    room.view.value = null;
    expect(room.recorded()).toEqual([]);
  });

  it("saves once, however often it is stopped", async () => {
    await room.start();
    await Promise.all([room.desk.stop(), room.desk.stop(), room.desk.ended("r1", "Ada left.")]);
    expect(room.finishes).toBe(1);
    expect(room.desk.phase.value).toMatchObject({ kind: "saved", fileName: "team.webm", seconds: 61, problem: null });
  });

  it("keeps what there is when the disk is full, and says so", async () => {
    await room.start();
    room.recorder!.events.onFailure(new DOMException("", "QuotaExceededError"));
    await room.desk.stop();
    expect(room.finishes).toBe(1);
    expect(room.asked).toContain("StopRecording");
    expect(room.desk.frameState(plugin.id)?.problem).toContain("no more room");
  });

  it("keeps what there is when the plugin is removed, with the host's reason", async () => {
    await room.start();
    await room.desk.ended("r1", "Recorder is no longer in the room.");
    expect(room.desk.phase.value).toMatchObject({ kind: "saved", problem: expect.stringContaining("no longer in the room") });
  });

  it("asks before leaving and stays when told to", async () => {
    await room.start();
    const leaving = room.desk.mayLeave();
    expect(room.desk.phase.value).toEqual({ kind: "recording", leaving: true });
    room.desk.answerLeave(false);
    expect(await leaving).toBe(false);
    expect(room.finishes).toBe(0);
  });

  it("completes the file before leaving", async () => {
    await room.start();
    const leaving = room.desk.mayLeave();
    room.desk.answerLeave(true);
    expect(await leaving).toBe(true);
    expect(room.finishes).toBe(1);
  });

  it("keeps the page from closing only while something would be lost", async () => {
    const closing = () => {
      const event = new Event("beforeunload", { cancelable: true });
      dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(closing()).toBe(false);
    await room.start();
    expect(closing()).toBe(true);
    await room.desk.stop();
    expect(closing()).toBe(false);
  });

  it("tells the plugin's frame numbers, and no names of those who allowed it", async () => {
    await room.start();
    room.view.value = running("ada", "bob");
    expect(room.desk.frameState(plugin.id)).toEqual({ allowed: 2, people: 2, bytes: 0, problem: null });
  });
});
