import type { StreamTargetChunk } from "mediabunny";
import type { RecordingFile } from "./recordingFile";

const pieceBytes = 1 << 20;

/** About two hours at the usual rate. Beyond that pages die without a word. */
export const memoryLimitBytes = 2 * 1024 ** 3;

/** For browsers that give the page no disk (private windows of some). */
export class MemoryFile implements RecordingFile {
  readonly place = "memory";
  bytes = 0;
  private pieces: Uint8Array<ArrayBuffer>[] = [];

  constructor(private readonly limit = memoryLimitBytes) {}

  open(): WritableStream<StreamTargetChunk> {
    return new WritableStream({ write: (chunk) => this.write(chunk.data, chunk.position) });
  }

  content(): Promise<Blob> {
    const whole = Math.floor(this.bytes / pieceBytes);
    const rest = this.pieces[whole]?.subarray(0, this.bytes % pieceBytes);
    return Promise.resolve(new Blob([...this.pieces.slice(0, whole), ...(rest?.length ? [rest] : [])], { type: "video/webm" }));
  }

  discard(): Promise<void> {
    this.pieces = [];
    this.bytes = 0;
    return Promise.resolve();
  }

  private write(data: Uint8Array, position: number): void {
    if (position + data.length > this.limit) {
      throw new DOMException("The recording fills the memory that the page may use.", "QuotaExceededError");
    }
    for (let done = 0; done < data.length; ) {
      const at = position + done;
      const piece = this.piece(Math.floor(at / pieceBytes));
      const part = data.subarray(done, done + pieceBytes - (at % pieceBytes));
      piece.set(part, at % pieceBytes);
      done += part.length;
    }
    this.bytes = Math.max(this.bytes, position + data.length);
  }

  private piece(index: number): Uint8Array<ArrayBuffer> {
    while (this.pieces.length <= index) {
      this.pieces.push(new Uint8Array(pieceBytes));
    }
    return this.pieces[index]!;
  }
}
