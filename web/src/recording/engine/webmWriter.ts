import {
  AudioSample, AudioSampleSource, CanvasSource, Output, Quality, StreamTarget, WebMOutputFormat,
  getFirstEncodableAudioCodec, getFirstEncodableVideoCodec, type StreamTargetChunk,
} from "mediabunny";
import type { AudioMix, SoundBlock } from "./sound/audioMix";
import { MediaClock } from "./sound/mediaClock";
import { soundBitsPerSecond, type Picture } from "./quality";
import type { RecordingWriter } from "./writer";

const soundRate = 48_000;
const maxWaitingFrames = 3;
// A cluster begins at each, and a crash loses the one that is not complete.
const keyFrameSeconds = 1;

/** WebM by WebCodecs: written as it grows, with an index at the end so that players can seek. */
export class WebmWriter implements RecordingWriter {
  private readonly clock: MediaClock;
  private waitingFrames = 0;
  private lastFrame = -1;
  private sound = Promise.resolve();
  private failed = false;
  seconds = 0;

  private constructor(
    private readonly output: Output,
    private readonly video: CanvasSource,
    private readonly audio: AudioSampleSource,
    private readonly mix: AudioMix,
    private readonly picture: Picture,
    private readonly onFailure: (error: unknown) => void,
  ) {
    this.clock = new MediaClock(() => mix.context.currentTime);
    mix.onBlock = (block) => this.block(block);
  }

  /** Null where this browser cannot encode by WebCodecs. */
  static async open(
    canvas: HTMLCanvasElement, mix: AudioMix, stream: () => WritableStream<StreamTargetChunk>, picture: Picture,
    onFailure: (error: unknown) => void,
  ): Promise<WebmWriter | null> {
    const quality = new Quality({ bitrate: picture.bitsPerSecond });
    const [codec, soundCodec] = await Promise.all([
      getFirstEncodableVideoCodec([...picture.codecs], { width: picture.width, height: picture.height, quality }),
      getFirstEncodableAudioCodec(["opus"], { numberOfChannels: 2, sampleRate: soundRate }),
    ]).catch(() => [null, null]);
    if (!codec || !soundCodec) {
      return null;
    }
    const video = new CanvasSource(canvas, { codec, quality, keyFrameInterval: keyFrameSeconds, latencyMode: "realtime", contentHint: "detail" });
    const audio = new AudioSampleSource({
      codec: soundCodec,
      quality: new Quality({ bitrate: soundBitsPerSecond }),
      ...(mix.context.sampleRate === soundRate ? {} : { transform: { sampleRate: soundRate } }),
    });
    const output = new Output({ format: new WebMOutputFormat(), target: new StreamTarget(stream()) });
    output.addVideoTrack(video);
    output.addAudioTrack(audio);
    await output.start();
    return new WebmWriter(output, video, audio, mix, picture, onFailure);
  }

  frame(pageSeconds: number, must: boolean): void {
    if (this.failed || !this.clock.begun) {
      return;
    }
    const at = this.clock.now(pageSeconds);
    // Rather a dropped frame than a growing queue: the sound must not wait for the picture.
    if ((this.waitingFrames >= maxWaitingFrames && !must) || at <= this.lastFrame) {
      return;
    }
    this.lastFrame = at;
    this.seconds = at;
    this.waitingFrames++;
    this.video.add(at, 1 / this.picture.framesPerSecond, must ? { keyFrame: true } : undefined)
      .catch((error: unknown) => this.fail(error))
      .finally(() => this.waitingFrames--);
  }

  async finish(): Promise<void> {
    this.mix.onBlock = null;
    await this.sound;
    await this.output.finalize();
  }

  private block({ at, samples }: SoundBlock): void {
    if (this.failed) {
      return;
    }
    this.clock.begin(at);
    const sample = new AudioSample({
      data: samples,
      format: "f32-planar",
      numberOfChannels: 2,
      sampleRate: this.mix.context.sampleRate,
      timestamp: this.clock.at(at),
    });
    this.sound = this.sound
      .then(() => this.audio.add(sample))
      .catch((error: unknown) => this.fail(error))
      .finally(() => sample.close());
  }

  private fail(error: unknown): void {
    if (!this.failed) {
      this.failed = true;
      this.onFailure(error);
    }
  }
}
