// Writes one file of the origin's private file system in place, so that what is written survives a crash of the page.
// Only a worker may do that, and no other tab can open the same file meanwhile.
export type ScratchRequest =
  | { id: number; kind: "open"; folder: string; name: string }
  | { id: number; kind: "write"; position: number; data: Uint8Array<ArrayBuffer> }
  | { id: number; kind: "close" };

export interface ScratchReply {
  id: number;
  error: { name: string; message: string } | null;
}

interface SyncAccessHandle {
  write(data: Uint8Array, options: { at: number }): number;
  flush(): void;
  close(): void;
}

// What is written survives the page and the browser; a flush is for a loss of power, and on a busy disk it holds the writes up.
const flushEveryMs = 15_000;
let file: SyncAccessHandle | null = null;
let flushedAt = 0;

async function handle(request: ScratchRequest): Promise<void> {
  switch (request.kind) {
    case "open":
      file = await openFile(request.folder, request.name);
      break;
    case "write":
      write(request.data, request.position);
      break;
    case "close":
      file?.flush();
      file?.close();
      file = null;
  }
}

async function openFile(folderName: string, name: string): Promise<SyncAccessHandle> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(folderName, { create: true });
  const entry = await folder.getFileHandle(name, { create: true });
  return (entry as unknown as { createSyncAccessHandle(): Promise<SyncAccessHandle> }).createSyncAccessHandle();
}

function write(data: Uint8Array, position: number): void {
  const written = file!.write(data, { at: position });
  if (written < data.length) {
    throw new DOMException("The disk is full.", "QuotaExceededError");
  }
  const now = performance.now();
  if (now - flushedAt > flushEveryMs) {
    file!.flush();
    flushedAt = now;
  }
}

let turn = Promise.resolve();

self.onmessage = (event: MessageEvent<ScratchRequest>) => {
  turn = turn.then(async () => {
    const reply: ScratchReply = { id: event.data.id, error: null };
    try {
      await handle(event.data);
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      reply.error = { name, message };
    }
    self.postMessage(reply);
  });
};
