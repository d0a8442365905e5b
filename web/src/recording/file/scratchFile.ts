import type { StreamTargetChunk } from "mediabunny";
import { ownScript } from "../../trustedScripts";
import type { RecordingFile } from "./recordingFile";
import type { ScratchReply, ScratchRequest } from "./scratch.worker";
import workerUrl from "./scratch.worker.ts?worker&url";

export const scratchFolder = "recordings";

// About a hundred a second: a disk that is busy for some seconds costs memory for a while and no pictures.
const queuedWrites = 1_000;

type Unnumbered = ScratchRequest extends infer Request ? (Request extends ScratchRequest ? Omit<Request, "id"> : never) : never;

/** A file in the browser's private storage on this device's disk. It outlives a crash and is offered again on the next visit. */
export class ScratchFile implements RecordingFile {
  readonly place = "disk";
  bytes = 0;
  private readonly worker = new Worker(ownScript(workerUrl), { type: "module" });
  private readonly waiting = new Map<number, { resolve(): void; reject(error: Error): void }>();
  private next = 0;

  private constructor(readonly name: string) {
    this.worker.onmessage = (event: MessageEvent<ScratchReply>) => this.settle(event.data);
    this.worker.onerror = () => this.fail(new Error("The file writer stopped."));
  }

  /** Null where the browser gives no private storage. */
  static async create(name: string): Promise<ScratchFile | null> {
    if (!navigator.storage?.getDirectory) {
      return null;
    }
    const file = new ScratchFile(name);
    try {
      await file.ask({ kind: "open", folder: scratchFolder, name });
      return file;
    } catch {
      file.worker.terminate();
      return null;
    }
  }

  open(): WritableStream<StreamTargetChunk> {
    return new WritableStream<StreamTargetChunk>(
      {
        write: async ({ data, position }) => {
          await this.ask({ kind: "write", position, data });
          this.bytes = Math.max(this.bytes, position + data.length);
        },
      },
      new CountQueuingStrategy({ highWaterMark: queuedWrites }));
  }

  async content(): Promise<Blob> {
    await this.release();
    const folder = await openScratchFolder();
    return (await folder.getFileHandle(this.name)).getFile();
  }

  async discard(): Promise<void> {
    await this.release();
    await (await openScratchFolder()).removeEntry(this.name).catch(() => undefined);
  }

  /** Lets go of the file, finished or not. */
  private async release(): Promise<void> {
    await this.ask({ kind: "close" }).catch(() => undefined);
  }

  private ask(request: Unnumbered): Promise<void> {
    const id = this.next++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ id, ...request });
    });
  }

  private settle(reply: ScratchReply): void {
    const answer = this.waiting.get(reply.id);
    this.waiting.delete(reply.id);
    if (reply.error) {
      answer?.reject(new DOMException(reply.error.message, reply.error.name));
    } else {
      answer?.resolve();
    }
  }

  private fail(error: Error): void {
    for (const answer of this.waiting.values()) {
      answer.reject(error);
    }
    this.waiting.clear();
  }
}

export async function openScratchFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(scratchFolder, { create: true });
}
