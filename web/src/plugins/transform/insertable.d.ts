// The forerunner of VideoTrackGenerator (W3C MediaStreamTrack Insertable Media Processing using Streams), which only Chromium has and which works
// outside of a worker; TypeScript's DOM library has it not. Only what is used here.
declare class MediaStreamTrackGenerator extends MediaStreamTrack {
  constructor(options: { kind: "video" });
  readonly writable: WritableStream<VideoFrame>;
}
