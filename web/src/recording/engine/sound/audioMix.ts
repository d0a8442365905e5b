import workletUrl from "./pcm.worklet.ts?worker&url";

/** Planar stereo: all of the left channel, then all of the right. */
export interface SoundBlock {
  /** Context time of the first sample, in seconds. */
  readonly at: number;
  readonly samples: Float32Array<ArrayBuffer>;
}

interface Input {
  readonly node: MediaStreamAudioSourceNode;
  readonly pump: HTMLAudioElement;
}

const startMs = 8000;

/** The voices of those who are recorded, mixed to stereo. */
export class AudioMix {
  private readonly inputs = new Map<string, Input>();
  private readonly sum: DynamicsCompressorNode;

  private constructor(readonly context: AudioContext, tap: AudioWorkletNode) {
    // Many voices at once add up to more than full scale; a limiter keeps them from clipping.
    this.sum = new DynamicsCompressorNode(context, { threshold: -8, knee: 6, ratio: 12, attack: 0.003, release: 0.15 });
    this.sum.connect(tap).connect(context.destination);
    tap.port.onmessage = (event: MessageEvent<SoundBlock>) => this.onBlock?.(event.data);
  }

  onBlock: ((block: SoundBlock) => void) | null = null;

  static async open(): Promise<AudioMix> {
    const context = openContext();
    await Promise.race([ready(context), tooLate(context)]);
    const tap = new AudioWorkletNode(context, "pcm-tap", { outputChannelCount: [2], channelCount: 2, channelCountMode: "explicit" });
    return new AudioMix(context, tap);
  }

  /** Takes in what is new and drops at once what is no longer there. */
  update(tracks: ReadonlyMap<string, MediaStreamTrack>): void {
    for (const [key, input] of this.inputs) {
      if (!tracks.has(key)) {
        input.node.disconnect();
        input.pump.srcObject = null;
        this.inputs.delete(key);
      }
    }
    for (const [key, track] of tracks) {
      if (!this.inputs.has(key)) {
        this.inputs.set(key, this.attach(track));
      }
    }
  }

  /** The mix as a stream, for a browser that encodes streams only. */
  stream(): MediaStream {
    const destination = this.context.createMediaStreamDestination();
    this.sum.connect(destination);
    return destination.stream;
  }

  async close(): Promise<void> {
    this.onBlock = null;
    this.update(new Map());
    await this.context.close();
  }

  private attach(track: MediaStreamTrack): Input {
    const stream = new MediaStream([track]);
    // Chromium decodes another person's sound only while some media element holds it.
    const pump = new Audio();
    pump.muted = true;
    pump.srcObject = stream;
    void pump.play().catch(() => undefined);
    const node = this.context.createMediaStreamSource(stream);
    node.connect(this.sum);
    return { node, pump };
  }
}

async function ready(context: AudioContext): Promise<void> {
  await context.audioWorklet.addModule(workletUrl);
  await context.resume();
}

// Firefox keeps a context suspended for ever when the machine has no sound output at all.
async function tooLate(context: AudioContext): Promise<never> {
  await new Promise((resolve) => setTimeout(resolve, startMs));
  if (context.state !== "running") {
    await context.close();
  }
  throw new Error("The browser did not start its sound. Connect a loudspeaker or headphones and try again.");
}

function openContext(): AudioContext {
  // Without an output device the mix does not stand still when the loudspeaker is unplugged. Only Chromium knows this option.
  const silent = { latencyHint: "interactive", sinkId: { type: "none" } } as AudioContextOptions;
  try {
    return new AudioContext(silent);
  } catch {
    return new AudioContext({ latencyHint: "interactive" });
  }
}
