import { useId } from "preact/hooks";
import type { PluginFlowView, RoomPluginView } from "../signaling/protocol";
import { choiceOf, type Choice, type Choices } from "./choices";
import { flowSentence, reasonFor } from "./sentences";

const states: Record<Choice, string> = {
  unset: "Not decided: it gets nothing",
  allow: "Allowed",
  refuse: "Refused",
};

interface Props {
  plugin: RoomPluginView;
  flow: PluginFlowView;
  choices: Choices | undefined;
  busy: boolean;
  choose: (choice: Choice) => void;
}

/** One flow, with two answers of the same weight. */
export function FlowQuestion({ plugin, flow, choices, busy, choose }: Props) {
  const sentence = useId();
  const choice = choiceOf(choices, flow);
  const reason = reasonFor(plugin, flow);
  const answer = (value: Choice, name: string) => (
    <button type="button" class={`answer answer--${value}`} aria-pressed={choice === value} disabled={busy} onClick={() => choose(value)}>
      {name}
    </button>
  );
  return (
    <div class={`flow flow--${choice}`} role="group" aria-labelledby={sentence}>
      <p id={sentence}>{flowSentence(plugin, flow)}</p>
      {reason && <p class="flow__reason">The author says: “{reason}”</p>}
      <div class="flow__answers">
        {answer("allow", "Allow")}
        {answer("refuse", "Refuse")}
        <span class="flow__state" role="status">
          {states[choice]}
        </span>
      </div>
    </div>
  );
}
