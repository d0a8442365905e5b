import { effect, signal, type ReadonlySignal } from "@preact/signals";

/** 0 (silence) to 1, about ten times a second, for as long as it is not stopped. */
export function soundLevel(track: ReadonlySignal<MediaStreamTrack | null>): { level: ReadonlySignal<number>; stop: () => void } {
  const level = signal(0);
  const stop = effect(() => {
    level.value = 0;
    return track.value ? measure(track.value, (value) => (level.value = value)) : undefined;
  });
  return { level, stop };
}

function measure(track: MediaStreamTrack, report: (level: number) => void): () => void {
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 512 });
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  let stopped = false;
  // A browser that lets no sound out yet answers when it does, or not at all before this is closed: then nobody waits for it.
  const resume = () =>
    context.resume().catch((error: unknown) => {
      if (!stopped) throw error;
    });
  const timer = setInterval(() => {
    if (context.state === "suspended") void resume();
    analyser.getFloatTimeDomainData(samples);
    report(loudness(samples));
  }, 100);
  return () => {
    stopped = true;
    clearInterval(timer);
    void context.close();
  };
}

/** Root mean square on a scale of decibels from -60 to -10, as ears hear it. */
export function loudness(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const decibels = 20 * Math.log10(Math.sqrt(sum / samples.length) || 1e-6);
  return Math.min(1, Math.max(0, (decibels + 60) / 50));
}
