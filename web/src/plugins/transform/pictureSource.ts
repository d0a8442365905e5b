import { Ticker } from "../../recording/engine/ticker";

export interface PictureSource {
  stop(): void;
}

export interface PictureTaker {
  /** Whether the next picture would be taken; those that nobody takes cost nothing. */
  wants(): boolean;
  take(picture: ImageBitmap): void;
  failed(error: unknown): void;
}

const framesPerSecond = 30;

/** The pictures of a camera, one by one. An ImageBitmap is what crosses into a frame of another origin; a VideoFrame does not, in any browser. */
export const openSource = (track: MediaStreamTrack, taker: PictureTaker): PictureSource =>
  "MediaStreamTrackProcessor" in window ? fromProcessor(track, taker) : fromVideo(track, taker);

function fromProcessor(track: MediaStreamTrack, taker: PictureTaker): PictureSource {
  const reader = new MediaStreamTrackProcessor({ track: track as MediaStreamVideoTrack, maxBufferSize: 1 }).readable.getReader();
  let open = true;
  const read = async () => {
    while (open) {
      const { value: frame } = await reader.read();
      if (!frame) return;
      let picture: ImageBitmap | null = null;
      try {
        if (open && taker.wants()) picture = await createImageBitmap(frame);
      } finally {
        frame.close();
      }
      if (picture) hand(picture, open, taker);
    }
    await reader.cancel();
  };
  read().catch((error: unknown) => open && taker.failed(error));
  // The frame that is on its way is waited for: one that arrives after a cancellation would never be closed.
  return { stop: () => void (open = false) };
}

// For browsers without the processor, as Firefox: whatever a video element shows, at the rate of a worker's clock, which a hidden tab keeps.
function fromVideo(track: MediaStreamTrack, taker: PictureTaker): PictureSource {
  const video = document.createElement("video");
  video.muted = video.playsInline = true;
  video.srcObject = new MediaStream([track]);
  let open = true;
  let making = false;
  let shown = -1;
  video.play().catch((error: unknown) => open && taker.failed(error));
  const ticker = new Ticker(framesPerSecond, () => {
    if (making || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || video.currentTime === shown || !taker.wants()) return;
    making = true;
    shown = video.currentTime;
    createImageBitmap(video)
      .then((picture) => hand(picture, open, taker))
      .catch((error: unknown) => open && taker.failed(error))
      .finally(() => (making = false));
  });
  return {
    stop: () => {
      open = false;
      ticker.stop();
      video.srcObject = null;
    },
  };
}

function hand(picture: ImageBitmap, open: boolean, taker: PictureTaker) {
  if (open && taker.wants()) taker.take(picture);
  else picture.close();
}
