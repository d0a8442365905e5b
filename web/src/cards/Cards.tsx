import { IconButton } from "../design/IconButton";
import { onDemand } from "../design/onDemand";
import type { RoomSession } from "../room/session";

const CardForm = onDemand(() => import("./CardForm").then((part) => part.CardForm));
const CardView = onDemand(() => import("./CardView").then((part) => part.CardView));

/** Where a card opens. */
export function Cards({ session }: { session: RoomSession }) {
  const { cards } = session;
  const open = cards.open.value;
  const card = open === null ? undefined : cards.others.value.get(open);
  const close = () => (cards.open.value = null);
  if (open === "own") return <CardForm cards={cards} onClose={close} />;
  // One that is withdrawn meanwhile closes by itself.
  return open !== null && card ? <CardView name={session.nameOf(open)} card={card} onClose={close} /> : null;
}

/** On a person's picture: their card, where they show one; on one's own picture the form. */
export function CardButton({ session: { cards, self }, id, name }: { session: RoomSession; id: string; name: string }) {
  if (id === self) return <IconButton icon="card" label="Your card" aria-haspopup="dialog" onClick={() => (cards.open.value = "own")} />;
  if (!cards.others.value.has(id)) return null;
  return <IconButton icon="card" label={`Card of ${name}`} aria-haspopup="dialog" onClick={() => (cards.open.value = id)} />;
}
