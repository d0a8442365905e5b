import { useEffect, useRef } from "preact/hooks";
import type { ReactionStore } from "./reactionStore";
import { reactions } from "./reactions";
import "./bar.css";

/** One stop for the Tab key; the arrows go from sign to sign (ARIA Authoring Practices, toolbar). */
export function ReactionBar({ store }: { store: ReactionStore }) {
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
