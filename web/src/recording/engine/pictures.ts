/** Keeps one playing video per track that is drawn, so that the current picture is always at hand. */
export class Pictures {
  private readonly videos = new Map<string, HTMLVideoElement>();

  /** Called once per frame with every track that may be seen; forgets all others. */
  update(tracks: readonly MediaStreamTrack[]): void {
    const wanted = new Set(tracks.map((track) => track.id));
    for (const [id, video] of this.videos) {
      if (!wanted.has(id)) {
        video.srcObject = null;
        this.videos.delete(id);
      }
    }
    for (const track of tracks) {
      if (!this.videos.has(track.id)) {
        this.videos.set(track.id, play(track));
      }
    }
  }

  /** The track's current picture, or null before the first. */
  of(track: MediaStreamTrack): HTMLVideoElement | null {
    const video = this.videos.get(track.id);
    return video && video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && video.videoWidth > 0 ? video : null;
  }

  close(): void {
    this.update([]);
  }
}

function play(track: MediaStreamTrack): HTMLVideoElement {
  const video = document.createElement("video");
  video.muted = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([track]);
  void video.play().catch(() => undefined);
  return video;
}
