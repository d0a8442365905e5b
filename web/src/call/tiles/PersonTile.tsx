import { CardButton } from "../../cards/Cards";
import { PersonMenu } from "../../people/PersonMenu";
import type { ParticipantView } from "../../signaling/protocol";
import type { CallModel } from "../callModel";
import type { Rect } from "./grid";
import { Tile } from "./Tile";

interface Props {
  model: CallModel;
  person: ParticipantView;
  rect: Rect;
}

export function PersonTile(props: Props) {
  return props.person.id === props.model.session.self ? <OwnTile {...props} /> : <RemoteTile {...props} />;
}

function OwnTile({ model, person, rect }: Props) {
  const { local } = model.session;
  return (
    <Tile
      {...shared(model, person, rect)}
      own
      stream={local.ownStream.value}
      cameraOn={local.camera.value !== null}
      microphoneOn={local.microphone.value !== null && !local.muted.value}
      status={null}
      quality={null}
      changedBy={nameOf(model, local.changedBy.value)}
      onUnchange={() => model.session.pictures.stop()}
    />
  );
}

function RemoteTile({ model, person, rect }: Props) {
  const { mesh } = model.session;
  const state = mesh.remoteStates.value.get(person.id);
  const stream = mesh.remoteStreams.value.get(person.id)?.camera ?? null;
  const connection = mesh.connectionStates.value.get(person.id) ?? "new";
  return (
    <Tile
      {...shared(model, person, rect)}
      own={false}
      stream={stream}
      cameraOn={state?.camera ?? false}
      microphoneOn={state?.microphone ?? true}
      status={statusOf(connection, person.away)}
      quality={connection === "connected" ? (model.quality.value.get(person.id) ?? null) : null}
      changedBy={state?.camera ? nameOf(model, state.changedBy) : null}
    />
  );
}

const shared = (model: CallModel, person: ParticipantView, rect: Rect) => ({
  name: person.name,
  moderator: person.moderator,
  speaking: model.speaking.value.has(person.id),
  pinned: model.stage.pinned.value === person.id,
  speaker: model.session.local.choice.speaker.value,
  rect,
  onPin: () => model.stage.togglePin(person.id),
  menu: (
    <>
      <CardButton session={model.session} id={person.id} name={person.name} />
      <PersonMenu moderation={model.session.moderation} person={person} own={person.id === model.session.self} />
    </>
  ),
  reaction: model.session.reactions.shown.value.get(person.id),
});

// The id is another page's word, the name this host's.
function nameOf(model: CallModel, pluginId: string | null): string | null {
  if (pluginId === null) return null;
  return model.session.roomPlugins.value.find((plugin) => plugin.id === pluginId)?.name ?? "a plugin";
}

/** A socket that is away matters to others only when media stand still as well. */
function statusOf(connection: RTCPeerConnectionState, away: boolean): string | null {
  switch (connection) {
    case "connected":
      return null;
    case "disconnected":
    case "failed":
      return "Reconnecting…";
    default:
      return away ? "Away" : "Connecting…";
  }
}
