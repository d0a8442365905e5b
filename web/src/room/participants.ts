import { signal, type ReadonlySignal } from "@preact/signals";
import type { Mesh } from "../call/mesh";
import type { RoomConnection } from "../signaling/connection";
import type { JoinReply, ParticipantView } from "../signaling/protocol";

/** Who is in the room, kept in step with the mesh. */
export class Participants {
  readonly #mesh: Mesh;
  readonly #self: string;
  readonly #all = signal<readonly ParticipantView[]>([]);
  readonly #stops: (() => void)[];

  constructor(connection: RoomConnection, mesh: Mesh, reply: JoinReply) {
    this.#mesh = mesh;
    this.#self = reply.self;
    this.#all.value = reply.participants;
    for (const each of reply.participants) mesh.add(each, true);
    this.#stops = [
      connection.on("participantJoined", (view) => this.#joined(view)),
      connection.on("participantLeft", ({ id }) => this.#left(id)),
      connection.on("participantRenewed", (view) => this.#renewed(view)),
      connection.on("participantChanged", (view) => this.#changed(view)),
      // Their page is closing: the tile goes now, while the host still holds the seat for a reload.
      mesh.onBye((id) => this.#left(id)),
    ];
  }

  get all(): ReadonlySignal<readonly ParticipantView[]> {
    return this.#all;
  }

  /** After this page's socket was away: the host's list is the truth. Media that flows is left alone. */
  reconcile(views: readonly ParticipantView[]): void {
    for (const each of this.#all.peek()) if (!views.some((view) => view.id === each.id)) this.#left(each.id);
    for (const view of views) {
      if (this.#all.peek().some((each) => each.id === view.id)) this.#renewed(view);
      else this.#joined(view);
      this.#mesh.resync(view.id);
    }
  }

  stop(): void {
    for (const stop of this.#stops) stop();
  }

  #joined(view: ParticipantView) {
    if (!this.#replace(view)) this.#all.value = [...this.#all.peek(), view];
    this.#mesh.add(view, false);
  }

  #renewed(view: ParticipantView) {
    if (!this.#replace(view)) this.#all.value = [...this.#all.peek(), view];
    this.#mesh.renew(view);
  }

  #changed(view: ParticipantView) {
    const before = this.#all.peek().find((each) => each.id === view.id);
    // Said goodbye on closing the page; what follows until a reload is only the host noticing.
    if (!before && view.away) return;
    this.#renewed(view);
    if (before?.away && !view.away) this.#mesh.resync(view.id);
  }

  #left(id: string) {
    if (id === this.#self) return;
    this.#all.value = this.#all.peek().filter((each) => each.id !== id);
    this.#mesh.remove(id);
  }

  #replace(view: ParticipantView): boolean {
    const known = this.#all.peek().some((each) => each.id === view.id);
    if (known) this.#all.value = this.#all.peek().map((each) => (each.id === view.id ? view : each));
    return known;
  }
}
