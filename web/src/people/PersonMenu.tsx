import { useSignal } from "@preact/signals";
import { IconButton } from "../design/IconButton";
import { onDemand } from "../design/onDemand";
import type { ParticipantView } from "../signaling/protocol";
import type { RoomModeration } from "./roomModeration";
import "./people.css";

const PersonActions = onDemand(() => import("./PersonActions").then((part) => part.PersonActions));
const OwnRole = onDemand(() => import("./PersonActions").then((part) => part.OwnRole));

interface Props {
  moderation: RoomModeration;
  person: ParticipantView;
  own: boolean;
}

/** On a person's picture, for moderators: what they can do about them. */
export function PersonMenu({ moderation, person, own }: Props) {
  const open = useSignal(false);
  if (!moderation.isMine.value) return null;
  const close = () => (open.value = false);
  return (
    <>
      <IconButton icon="more" label={own ? "Your role" : `Moderate ${person.name}`} aria-haspopup="dialog" onClick={() => (open.value = true)} />
      {open.value && (own ? <OwnRole moderation={moderation} onClose={close} /> : <PersonActions moderation={moderation} person={person} onClose={close} />)}
    </>
  );
}
