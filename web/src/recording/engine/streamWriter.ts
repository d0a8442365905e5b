import type { StreamTargetChunk } from "mediabunny";
import type { AudioMix } from "./sound/audioMix";
import { soundBitsPerSecond, type Picture } from "./quality";
import type { RecordingWriter } from "./writer";

const types = ["video/webm;codecs=vp9,opus", "video/webm;codecs=vp8,opus"];

/** WebM by MediaRecorder, for browsers without WebCodecs. The file has no length and no index until it is remuxed. */
export class StreamWriter implements RecordingWriter {
  private readonly sink: WritableStreamDefaultWriter<StreamTargetChunk>;
  private position = 0;
  private writing = Promise.resolve();
  private readonly begun = performance.now();

  private constructor(
    private readonly recorder: MediaRecorder,
    stream: WritableStream<StreamTargetChunk>,
    private readonly onFailure: (error: unknown) => void,
  ) {
    this.sink = stream.getWriter();
    recorder.ondataavailable = (event) => this.take(event.data);
    recorder.onerror = () => onFailure(new Error("The browser's recorder stopped."));
    recorder.start(1000);
  }

  /** Null where this browser cannot record WebM either. */
  static open(
    canvas: HTMLCanvasElement, mix: AudioMix, stream: () => WritableStream<StreamTargetChunk>, picture: Picture,
    onFailure: (error: unknown) => void,
  ): StreamWriter | null {
    const mimeType = typeof MediaRecorder === "undefined" ? undefined : types.find((type) => MediaRecorder.isTypeSupported(type));
    if (!mimeType) {
      return null;
    }
    const tracks = [...canvas.captureStream(picture.framesPerSecond).getTracks(), ...mix.stream().getTracks()];
    const recorder = new MediaRecorder(new MediaStream(tracks), {
      mimeType,
      videoBitsPerSecond: picture.bitsPerSecond,
      audioBitsPerSecond: soundBitsPerSecond,
    });
    return new StreamWriter(recorder, stream(), onFailure);
  }

  /** The recorder follows the canvas by itself. */
  frame(): void {}

  get seconds(): number {
    return (performance.now() - this.begun) / 1000;
  }

  async finish(): Promise<void> {
    if (this.recorder.state !== "inactive") {
      const stopped = new Promise((resolve) => this.recorder.addEventListener("stop", resolve, { once: true }));
      this.recorder.stop();
      await stopped;
    }
    await this.writing;
    await this.sink.close();
  }

  private take(data: Blob): void {
    this.writing = this.writing
      .then(async () => {
        const bytes = new Uint8Array(await data.arrayBuffer());
        await this.sink.write({ type: "write", data: bytes, position: this.position });
        this.position += bytes.length;
      })
      .catch((error: unknown) => this.onFailure(error));
  }
}
