/** A track made of pictures. */
export interface PictureSink {
  readonly track: MediaStreamTrack;
  /** Takes the picture over. */
  write(picture: ImageBitmap): void;
  stop(): void;
}

export const openSink = (): PictureSink => ("MediaStreamTrackGenerator" in window ? byGenerator() : byCanvas());

function byGenerator(): PictureSink {
  const track = new MediaStreamTrackGenerator({ kind: "video" });
  const writer = track.writable.getWriter();
  return {
    track,
    write: (picture) => {
      const frame = new VideoFrame(picture, { timestamp: Math.round(performance.now() * 1_000) });
      picture.close();
      // Refused only once the track has been stopped; the next one belongs to another.
      writer.write(frame).catch(() => frame.close());
    },
    stop: () => track.stop(),
  };
}

function byCanvas(): PictureSink {
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d")!;
  const stream = canvas.captureStream(0);
  const [track] = stream.getVideoTracks() as [MediaStreamTrack];
  // Firefox has the method on the stream, where it stood before W3C Media Capture from DOM Elements moved it to the track.
  const asks = ("requestFrame" in track ? track : stream) as Pick<CanvasCaptureMediaStreamTrack, "requestFrame">;
  return {
    track,
    write: (picture) => {
      const { width, height } = picture;
      if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
      pen.drawImage(picture, 0, 0);
      picture.close();
      asks.requestFrame();
    },
    stop: () => track.stop(),
  };
}
