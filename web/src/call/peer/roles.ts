import type { ReadonlySignal } from "@preact/signals";

/** What a person sends. Each has a transceiver of its own from the start, so that turning one on needs no negotiation. */
export type Role = "microphone" | "camera" | "screen" | "screenSound";

/** The order of the media sections in every description; both ends read roles from it. */
export const roles: readonly Role[] = ["microphone", "camera", "screen", "screenSound"];

export const kindOf = (role: Role) => (role === "camera" || role === "screen" ? "video" : "audio");

/** This person's tracks, null while off. Muting keeps the microphone's track and silences it. */
export type LocalTracks = { readonly [role in Role]: ReadonlySignal<MediaStreamTrack | null> } & {
  readonly muted: ReadonlySignal<boolean>;
  /** Id of the plugin that changes the camera picture. */
  readonly changedBy: ReadonlySignal<string | null>;
};

/** One other person's media. The streams stay the same objects while the connection lives. */
export interface RemoteMedia {
  /** Microphone and camera. Both tracks are there whether or not they are on: `PeerState` says what is. */
  readonly camera: MediaStream;
  /** Screen and its sound. */
  readonly screen: MediaStream;
}

export function remoteMedia(transceivers: readonly RTCRtpTransceiver[]): RemoteMedia | null {
  if (transceivers.length < roles.length) return null;
  const [microphone, camera, screen, screenSound] = transceivers.map((each) => each.receiver.track);
  return { camera: new MediaStream([microphone!, camera!]), screen: new MediaStream([screen!, screenSound!]) };
}
