import { useEffect, useRef } from "preact/hooks";
import { IconButton } from "../design/IconButton";
import type { ReactionStore } from "./reactionStore";
import { reactions } from "./reactions";
import "./reactions.css";

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

/** One stop for the Tab key; the arrows go from sign to sign (ARIA Authoring Practices, toolbar). */
function ReactionBar({ store }: { store: ReactionStore }) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = bar.current!;
    element.querySelector("button")!.focus();
    return () => {
      // Closed from under the keyboard: it goes on from the button that opened it.
      if (element.contains(document.activeElement)) element.parentElement!.querySelector<HTMLElement>("[aria-expanded]")?.focus();
    };
  }, []);
  const move = (event: KeyboardEvent) => {
    const buttons = [...bar.current!.querySelectorAll("button")];
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -buttons.length, End: buttons.length }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement) + step;
    const next = Math.abs(step) === 1 ? (at + buttons.length) % buttons.length : Math.min(buttons.length - 1, Math.max(0, at));
    for (const [index, button] of buttons.entries()) button.tabIndex = index === next ? 0 : -1;
    buttons[next]!.focus();
  };
  return (
    <div class="reactions" id="reactions" role="toolbar" aria-label="Reactions" ref={bar} onKeyDown={move}>
      {reactions.map(({ name, sign, words }, index) => (
        <button key={name} type="button" class="reactions__sign" aria-label={words} title={words} tabIndex={index === 0 ? 0 : -1} onClick={() => store.send(name)}>
          <span aria-hidden="true">{sign}</span>
        </button>
      ))}
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
