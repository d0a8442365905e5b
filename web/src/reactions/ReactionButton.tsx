import { useRef } from "preact/hooks";
import { IconButton } from "../design/IconButton";
import { onDemand } from "../design/onDemand";
import type { ReactionStore } from "./reactionStore";
import "./reactions.css";

const ReactionBar = onDemand(() => import("./ReactionBar").then((part) => part.ReactionBar));

interface Props {
  store: ReactionStore;
  open: boolean;
  onToggle: (open: boolean) => void;
}

/** The button in the controls, and above it the six signs, for as long as it is open. */
export function ReactionButton({ store, open, onToggle }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const close = () => {
    onToggle(false);
    place.current!.querySelector<HTMLElement>("[aria-expanded]")!.focus();
  };
  return (
    <div class="reacting" ref={place} onKeyDown={(event) => event.key === "Escape" && open && close()}>
      <IconButton icon="react" label="React" shortcut="R" aria-expanded={open} aria-controls="reactions" onClick={() => onToggle(!open)} />
      {open && <ReactionBar store={store} />}
    </div>
  );
}

/** Read out by screen readers when they have nothing else to say, and seen by nobody. */
export function ReactionVoice({ store }: { store: ReactionStore }) {
  return (
    <p class="visually-hidden" role="status" aria-live="polite">
      {store.said.value}
    </p>
  );
}
