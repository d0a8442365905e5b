import { LocalMedia } from "../call/localMedia";
import { RoomConnection } from "../signaling/connection";
import { createPageKey, type PageKey } from "../signaling/sealing";
import { RoomSession } from "./session";

/** What is made ready while the person still looks at the pre-join page, so that joining itself takes one round trip. */
export class Lobby {
  readonly room: string;
  readonly local = new LocalMedia();
  readonly #key: Promise<PageKey> = createPageKey();
  #connection = new RoomConnection();

  constructor(room: string) {
    this.room = room;
    void this.#connection.start();
  }

  /** Throws `HubRefusal` when the host says no. */
  async join(name: string, resumeToken: string | null): Promise<RoomSession> {
    // A connection that was given up or closed cannot be used again.
    if (this.#connection.state.value === "lost") this.#connection = new RoomConnection();
    const connection = this.#connection;
    const key = await this.#key;
    return RoomSession.join({ connection, room: this.room, name, key, local: this.local, resumeToken });
  }
}
