import type { RoomSession } from "../room/session";
import type { RecordingView } from "../signaling/protocol";
import type { PersonMedia } from "./engine/people";

type Room = Pick<RoomSession, "self" | "participants" | "local" | "mesh" | "connection">;

/** Everyone in the room with what they send at this moment. */
export function peopleIn(room: Room): PersonMedia[] {
  const streams = room.mesh.remoteStreams.peek();
  const states = room.mesh.remoteStates.peek();
  return room.participants.peek().map(({ id, name }) => {
    if (id === room.self) {
      const { microphone, camera, screen, screenSound } = room.local;
      return { id, name, voice: microphone.peek(), picture: camera.peek(), screen: screen.peek(), screenSound: screenSound.peek() };
    }
    const { camera, screen } = streams.get(id) ?? { camera: null, screen: null };
    return {
      id,
      name,
      voice: camera?.getAudioTracks()[0] ?? null,
      // The track is there from the start; whether it shows something is what its sender says.
      picture: states.get(id)?.camera ? (camera?.getVideoTracks()[0] ?? null) : null,
      screen: screen?.getVideoTracks()[0] ?? null,
      screenSound: screen?.getAudioTracks()[0] ?? null,
    };
  });
}

/**
 * Who may be recorded at this moment. A change of mind travels over the host, so while either end's socket is away only the
 * recording person is left: what cannot be revoked is not recorded.
 */
export function allowedIn(room: Room, view: RecordingView | null): ReadonlySet<string> {
  const reachable = room.connection.state.peek() === "connected";
  const revocable = room.participants.peek().filter(({ id, away }) => id === room.self || (reachable && !away));
  return new Set(revocable.map(({ id }) => id).filter((id) => view?.allowed.includes(id)));
}
