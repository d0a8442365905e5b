import { signal, type ReadonlySignal } from "@preact/signals";
import type { RoomConnection } from "../../signaling/connection";
import type { FileWanted } from "../../signaling/protocol";
import { HubRefusal } from "../../signaling/refusal";
import { toBase64 } from "../base64";
import { RateLimit } from "../rateLimit";

/** Half of what the host takes from one person: the other half is for everything else that they do. */
const bytesPerSecond = 256 << 10;
const burst = 2 << 20;
const pause = 500;

export interface Transfer {
  readonly id: string;
  readonly pluginId: string;
  readonly pluginName: string;
  readonly files: readonly File[];
  readonly given: number;
  readonly size: number;
}

/** Files that this person handed to plugins' server sides. They stay here; a part leaves when it is asked for and still allowed. */
export class FileTransfers {
  readonly #connection: Pick<RoomConnection, "invoke" | "on">;
  readonly #isAllowed: (pluginId: string) => boolean;
  readonly #active = signal<readonly Transfer[]>([]);
  readonly #rate = new RateLimit(bytesPerSecond, burst);
  readonly #stops: (() => void)[];

  constructor(connection: Pick<RoomConnection, "invoke" | "on">, isAllowed: (pluginId: string) => boolean) {
    this.#connection = connection;
    this.#isAllowed = isAllowed;
    this.#stops = [
      connection.on("fileWanted", (wanted) => void this.#give(wanted)),
      connection.on("filesDone", ({ id }) => this.#drop(id)),
    ];
  }

  get active(): ReadonlySignal<readonly Transfer[]> {
    return this.#active;
  }

  /** Call before the host is told: it may want the first part at once. */
  begin(id: string, plugin: { pluginId: string; pluginName: string }, files: readonly File[]): void {
    const size = files.reduce((sum, file) => sum + file.size, 0);
    this.#active.value = [...this.#active.peek(), { ...plugin, id, files, size, given: 0 }];
  }

  /** The person takes it back: the plugin gets none of the files. */
  stop(id: string): void {
    if (!this.#drop(id)) return;
    this.#connection.invoke("StopFiles", { id }).catch(() => undefined);
  }

  forget(id: string): void {
    this.#drop(id);
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.#active.value = [];
  }

  #find(id: string): Transfer | undefined {
    return this.#active.peek().find((each) => each.id === id);
  }

  async #give({ id, file, offset, bytes }: FileWanted) {
    const content = this.#find(id)?.files[file];
    if (!content) return;
    try {
      const data = toBase64(new Uint8Array(await content.slice(offset, offset + bytes).arrayBuffer()));
      while (!(await this.#sent(id, file, offset, data))) await new Promise((resolve) => setTimeout(resolve, pause));
      this.#active.value = this.#active.peek().map((each) => (each.id === id ? { ...each, given: each.given + bytes } : each));
    } catch (error) {
      // Lost with the socket: the host asks again. Anything else, such as a file that was deleted meanwhile, ends it.
      if (!(error instanceof HubRefusal && error.code === "connection.lost")) this.stop(id);
    }
  }

  /** True when it is gone, or nobody wants it any more. */
  async #sent(id: string, file: number, offset: number, data: string): Promise<boolean> {
    const transfer = this.#find(id);
    if (!transfer) return true;
    // Withheld here, at the source.
    if (!this.#isAllowed(transfer.pluginId)) {
      this.stop(id);
      return true;
    }
    if (!this.#rate.take(data.length)) return false;
    try {
      await this.#connection.invoke("HandFilePart", { id, file, offset, data });
      return true;
    } catch (error) {
      if (error instanceof HubRefusal && error.code === "message.rate") return false;
      throw error;
    }
  }

  #drop(id: string): boolean {
    const left = this.#active.peek().filter((each) => each.id !== id);
    const had = left.length < this.#active.peek().length;
    if (had) this.#active.value = left;
    return had;
  }
}
