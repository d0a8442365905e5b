import { effect, signal, type Signal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { CallPage } from "../call/CallPage";
import { PreJoinPage, type JoinWish } from "../prejoin/PreJoinPage";
import { HubRefusal } from "../signaling/connection";
import { EndPage } from "./EndPage";
import { JoiningPage } from "./JoiningPage";
import { Lobby } from "./lobby";
import { forgetSeat, heldSeat, keepSeat } from "./seat";
import type { RoomEnd, RoomSession } from "./session";

type Phase =
  | { at: "prejoin"; problem: string | null }
  | { at: "joining"; name: string }
  | { at: "call"; session: RoomSession }
  | { at: "end"; end: RoomEnd };

// Refusals that the person mends on the pre-join page; the others have a page of their own.
const mendable = new Set(["participant.name", "connection.lost", "server.busy", "message.rate"]);

export function RoomPage({ room }: { room: string }) {
  const flow = useMemo(() => new RoomFlow(room), [room]);
  useEffect(() => flow.start(), [flow]);
  const phase = flow.phase.value;
  switch (phase.at) {
    case "prejoin":
      return <PreJoinPage lobby={flow.lobby} problem={phase.problem} onJoin={(wish) => void flow.join(wish, null)} />;
    case "joining":
      return <JoiningPage room={room} />;
    case "call":
      return <CallPage session={phase.session} />;
    case "end":
      return <EndPage room={room} end={phase.end} onBack={() => flow.back()} />;
  }
}

/** From the link to the end: pre-join, call, and back again. */
class RoomFlow {
  readonly phase: Signal<Phase> = signal({ at: "prejoin", problem: null });
  readonly #room: string;
  #lobby: Lobby | null = null;
  #wish: JoinWish | null = null;

  constructor(room: string) {
    this.#room = room;
    if (heldSeat(room)) this.phase.value = { at: "joining", name: "" };
  }

  get lobby(): Lobby {
    return (this.#lobby ??= new Lobby(this.#room));
  }

  /** A reload goes straight back to its seat. */
  start(): void {
    document.title = `${this.#room} - PluginRoom`;
    const seat = heldSeat(this.#room);
    if (!seat) return;
    const wish = { name: seat.name, camera: seat.camera, microphone: seat.microphone };
    void this.lobby.local.start(wish);
    void this.join(wish, seat.token);
  }

  back(): void {
    this.phase.value = { at: "prejoin", problem: null };
  }

  async join(wish: JoinWish, token: string | null): Promise<void> {
    this.#wish = wish;
    this.phase.value = { at: "joining", name: wish.name };
    try {
      this.#enter(await this.lobby.join(wish.name, token));
    } catch (error) {
      const refusal = error instanceof HubRefusal ? error : new HubRefusal("server.busy", "Joining did not work. Try again.");
      if (!(error instanceof HubRefusal)) reportError(error);
      this.#refused(refusal);
    }
  }

  #refused(error: HubRefusal) {
    forgetSeat();
    if (mendable.has(error.code)) this.phase.value = { at: "prejoin", problem: error.message };
    else this.#ended({ kind: "refused", error });
  }

  #enter(session: RoomSession) {
    const keep = () => {
      const { local, room, resumeToken: token, name, seatHoldSeconds: holdSeconds } = session;
      // A plugin that changes the picture is asked about anew after a reload; until then nobody sees what it hid.
      const on = { camera: local.cameraDevice.peek() !== null && local.changedBy.peek() === null, microphone: !local.muted.peek() };
      keepSeat({ room, token, name, ...on, seenAt: Date.now(), holdSeconds });
    };
    const leaving = () => {
      keep();
      session.mesh.sayBye();
    };
    keep();
    addEventListener("pagehide", leaving);
    this.phase.value = { at: "call", session };
    const stop = effect(() => {
      const end = session.end.value;
      if (!end) return;
      removeEventListener("pagehide", leaving);
      queueMicrotask(() => {
        stop();
        this.#ended(end);
      });
    });
  }

  #ended(end: RoomEnd) {
    const wish = this.#wish;
    // The seat is gone but the person is not: enter anew, with the devices as they are.
    if (end.kind === "expired" && wish) {
      const local = this.lobby.local;
      void this.join({ ...wish, camera: local.cameraDevice.peek() !== null && local.changedBy.peek() === null, microphone: !local.muted.peek() }, null);
      return;
    }
    if (end.kind !== "taken") forgetSeat();
    this.#lobby?.local.stop();
    this.#lobby = null;
    this.phase.value = { at: "end", end };
  }
}
