import type { RecordingFile } from "../file/recordingFile";
import { AudioMix } from "./sound/audioMix";
import { Painter } from "./painter";
import { audibleTracks, rollCall, type PersonMedia } from "./people";
import { pictureFor, type Picture } from "./quality";
import { StreamWriter } from "./streamWriter";
import { Ticker } from "./ticker";
import { WebmWriter } from "./webmWriter";
import type { RecordingWriter } from "./writer";

export interface RoomToRecord {
  /** Read anew for every frame, so that whoever leaves, joins, allows or revokes does so within one. */
  people(): readonly PersonMedia[];
  allowed(): ReadonlySet<string>;
}

export interface RecorderEvents {
  onProgress(bytes: number): void;
  /** Nothing more is written; `finish` keeps what there is. */
  onFailure(error: unknown): void;
}

/** Paints the room, mixes its voices and writes both, until `finish`. */
export class RoomRecorder {
  private ticker: Ticker | null = null;
  private reportedAt = 0;
  private recorded: readonly string[] = [];
  private someoneWent = false;

  private constructor(
    private readonly room: RoomToRecord,
    private readonly file: RecordingFile,
    private readonly painter: Painter,
    private readonly mix: AudioMix,
    private readonly writer: RecordingWriter,
    private readonly events: RecorderEvents,
  ) {}

  static async start(room: RoomToRecord, file: RecordingFile, events: RecorderEvents): Promise<RoomRecorder> {
    const picture = pictureFor(navigator.hardwareConcurrency || 4);
    const canvas = Object.assign(document.createElement("canvas"), { width: picture.width, height: picture.height });
    const painter = new Painter(canvas);
    const mix = await AudioMix.open();
    const writer = await openWriter(canvas, mix, file, picture, events).catch(async (error: unknown) => {
      await mix.close();
      throw error;
    });
    const recorder = new RoomRecorder(room, file, painter, mix, writer, events);
    recorder.ticker = new Ticker(picture.framesPerSecond, () => recorder.tick());
    return recorder;
  }

  get seconds(): number {
    return this.writer.seconds;
  }

  /** Whether the file still lacks length and index after `finish`. */
  get needsRemux(): boolean {
    return this.writer instanceof StreamWriter;
  }

  /** Applies a change of who is in at once, without waiting for the next frame. */
  refresh(): void {
    const roll = rollCall(this.room.people(), this.room.allowed());
    this.mix.update(audibleTracks(roll));
    this.painter.paint(roll);
    const recorded = roll.recorded.map((person) => person.id);
    this.someoneWent ||= this.recorded.some((id) => !recorded.includes(id));
    this.recorded = recorded;
  }

  async finish(): Promise<void> {
    this.ticker?.stop();
    try {
      await this.writer.finish();
    } finally {
      this.painter.close();
      await this.mix.close();
    }
  }

  private tick(): void {
    this.refresh();
    const now = performance.now();
    // The last picture of somebody who went must not stay because the encoder has no time for the next one.
    this.writer.frame(now / 1000, this.someoneWent);
    this.someoneWent = false;
    if (now - this.reportedAt > 500) {
      this.reportedAt = now;
      this.events.onProgress(this.file.bytes);
    }
  }
}

async function openWriter(
  canvas: HTMLCanvasElement, mix: AudioMix, file: RecordingFile, picture: Picture, events: RecorderEvents,
): Promise<RecordingWriter> {
  const open = [canvas, mix, () => file.open(), picture, (error: unknown) => events.onFailure(error)] as const;
  const writer = (await WebmWriter.open(...open)) ?? StreamWriter.open(...open);
  if (!writer) {
    throw new Error("This browser cannot record. A current Chrome, Edge, Firefox or Safari can.");
  }
  return writer;
}
