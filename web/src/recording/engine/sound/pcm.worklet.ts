// Hands the mix to the page in blocks of about 20 ms, each with the context time of its first sample.
declare const currentFrame: number;
declare const sampleRate: number;
declare function registerProcessor(name: string, processor: unknown): void;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}

const blockFrames = 1024;

class PcmTap extends AudioWorkletProcessor {
  private block = new Float32Array(blockFrames * 2);
  private filled = 0;
  private firstFrame = 0;

  process(inputs: Float32Array[][]): boolean {
    const input = inputs[0] ?? [];
    const left = input[0];
    const right = input[1] ?? left;
    const frames = left?.length ?? 128;
    if (this.filled === 0) {
      this.firstFrame = currentFrame;
    }
    // With nobody to hear there is no input; silence keeps the time line whole.
    if (left && right) {
      this.block.set(left, this.filled);
      this.block.set(right, blockFrames + this.filled);
    }
    this.filled += frames;
    if (this.filled === blockFrames) {
      this.post();
    }
    return true;
  }

  private post(): void {
    const samples = this.block;
    this.port.postMessage({ at: this.firstFrame / sampleRate, samples }, [samples.buffer]);
    this.block = new Float32Array(blockFrames * 2);
    this.filled = 0;
  }
}

registerProcessor("pcm-tap", PcmTap);
