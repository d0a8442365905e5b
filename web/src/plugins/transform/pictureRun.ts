import { effect, signal, untracked, type ReadonlySignal } from "@preact/signals";
import { Pace, type PaceEnd } from "./pace";
import { PictureFrame } from "./pictureFrame";
import { openSink, type PictureSink } from "./pictureSink";
import { openSource, type PictureSource } from "./pictureSource";

export type ChangeEnd = PaceEnd | "broken" | "unsupported";

export interface PictureRunEvents {
  /** The first changed picture is there. */
  began(): void;
  ended(reason: ChangeEnd): void;
}

const lookEvery = 250;

interface Asked {
  readonly source: PictureSource;
  readonly width: number;
  readonly height: number;
}

/** From a camera through a plugin's frame to a track that can be sent, as long as the plugin keeps up. */
export class PictureRun {
  readonly #picture = signal<MediaStreamTrack | null>(null);
  readonly #events: PictureRunEvents;
  readonly #frame: PictureFrame;
  readonly #pace = new Pace(performance.now());
  readonly #timer: ReturnType<typeof setInterval>;
  readonly #unfollow: () => void;
  #source: PictureSource | null = null;
  #sink: PictureSink | null = null;
  #isOpen = false;
  #isOver = false;
  #asked: Asked | null = null;
  #frames = 0;

  constructor(url: string, camera: ReadonlySignal<MediaStreamTrack | null>, events: PictureRunEvents) {
    this.#events = events;
    this.#frame = new PictureFrame(url, {
      opened: () => {
        this.#isOpen = true;
        this.#pace.opened();
      },
      changed: (picture) => this.#changed(picture),
      ended: (reason) => this.#end(reason),
    });
    this.#timer = setInterval(() => {
      const end = this.#pace.look(performance.now());
      if (end) this.#end(end);
    }, lookEvery);
    this.#unfollow = effect(() => {
      const track = camera.value;
      untracked(() => this.#follow(track));
    });
  }

  /** Null while the camera is off, and until something has been made of its first picture. */
  get picture(): ReadonlySignal<MediaStreamTrack | null> {
    return this.#picture;
  }

  /** Pictures changed so far. */
  get frames(): number {
    return this.#frames;
  }

  stop(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    clearInterval(this.#timer);
    this.#unfollow();
    this.#follow(null);
    this.#frame.close();
  }

  #follow(track: MediaStreamTrack | null) {
    this.#source?.stop();
    this.#picture.value = null;
    this.#sink?.stop();
    this.#source = this.#sink = null;
    if (!track) return;
    this.#source = openSource(track, {
      wants: () => this.#isOpen && !this.#isOver && this.#asked === null,
      take: (picture) => this.#ask(picture),
      failed: (error) => {
        reportError(error);
        this.#end("broken");
      },
    });
  }

  #ask(picture: ImageBitmap) {
    this.#asked = { source: this.#source!, width: picture.width, height: picture.height };
    this.#pace.asked(performance.now());
    this.#frame.send(picture);
  }

  #changed(picture: ImageBitmap | null) {
    const { source, width, height } = this.#asked!;
    this.#asked = null;
    this.#pace.answered(performance.now());
    if (!picture || picture.width !== width || picture.height !== height) return this.#end("broken");
    // Of a camera that has been turned off or changed meanwhile.
    if (source !== this.#source) return picture.close();
    try {
      this.#show(picture);
    } catch (error) {
      // A browser that makes no track of pictures: said, or the person would wait for ever.
      reportError(error);
      this.#end("broken");
    }
  }

  #show(picture: ImageBitmap) {
    this.#sink ??= openSink();
    this.#sink.write(picture);
    this.#frames++;
    if (this.#picture.peek()) return;
    this.#sink.track.contentHint = "motion";
    this.#picture.value = this.#sink.track;
    this.#events.began();
  }

  #end(reason: ChangeEnd) {
    if (this.#isOver) return;
    // First the camera's own picture, then the rest: nothing black between.
    this.#events.ended(reason);
    this.stop();
  }
}
