import type { ComponentChildren } from "preact";
import { IconButton } from "../../design/IconButton";
import { Icon } from "../../design/icons";
import type { Quality } from "../peer/quality";
import { ReactionSign } from "../../reactions/ReactionSign";
import type { ShownReaction } from "../../reactions/reactionStore";
import { MediaView } from "../MediaView";
import { Avatar } from "./Avatar";
import type { Rect } from "./grid";
import "./tiles.css";

export interface TileProps {
  name: string;
  moderator: boolean;
  own: boolean;
  stream: MediaStream | null;
  cameraOn: boolean;
  microphoneOn: boolean;
  speaking: boolean;
  /** Words while there is no picture or sound yet, or no longer. */
  status: string | null;
  quality: Quality | null;
  /** Name of the plugin that changes the picture; null where it is as the camera gives it. */
  changedBy: string | null;
  /** For one's own picture. */
  onUnchange?: () => void;
  pinned: boolean;
  speaker: string;
  rect: Rect;
  onPin: () => void;
  /** What a moderator can do about this person. */
  menu: ComponentChildren;
  reaction: ShownReaction | undefined;
}

/** One person. */
export function Tile(props: TileProps) {
  const { name, own, cameraOn, speaking, status, pinned, rect } = props;
  const shown = own ? `${name} (you)` : name;
  return (
    <figure class={speaking ? "tile tile--speaking" : "tile"} style={place(rect)} data-speaking={speaking}>
      <MediaView
        stream={props.stream}
        label={`Video of ${name}`}
        class={own ? "tile__video tile__video--own" : "tile__video"}
        muted={own}
        speaker={props.speaker}
      />
      {!cameraOn && (
        <div class="tile__off">
          <Avatar name={name} />
        </div>
      )}
      {(status || props.changedBy) && (
        <div class="tile__marks">
          {status && <p class="tile__status">{status}</p>}
          {props.changedBy && <ChangedMark plugin={props.changedBy} onUnchange={props.onUnchange} />}
        </div>
      )}
      <figcaption class="plate">
        {!props.microphoneOn && (
          <span class="plate__mic" title="Muted">
            <Icon name="micOff" />
            <span class="visually-hidden">Muted: </span>
          </span>
        )}
        <span class="plate__name">{shown}</span>
        {props.moderator && <span class="plate__role">Moderator</span>}
        {props.quality && <QualityHint quality={props.quality} />}
      </figcaption>
      <ReactionSign shown={props.reaction} />
      <div class="tile__pin">
        {props.menu}
        <IconButton icon="pin" label={pinned ? `Unpin ${name}` : `Pin ${name}`} look={pinned ? "on" : undefined} onClick={props.onPin} />
      </div>
    </figure>
  );
}

function ChangedMark({ plugin, onUnchange }: { plugin: string; onUnchange: (() => void) | undefined }) {
  return (
    <p class="tile__status tile__changed">
      <span>
        Changed by <bdi>{plugin}</bdi>
      </span>
      {onUnchange && <IconButton icon="close" label={`Stop ${plugin} changing my picture`} look="quiet" onClick={onUnchange} />}
    </p>
  );
}

function QualityHint({ quality }: { quality: Quality }) {
  return (
    <span class={`quality quality--${quality.level}`} role="img" aria-label={quality.words} title={quality.words}>
      <i />
      <i />
      <i />
    </span>
  );
}

export const place = (rect: Rect) => ({
  left: `${rect.left}px`,
  top: `${rect.top}px`,
  width: `${rect.width}px`,
  height: `${rect.height}px`,
});
