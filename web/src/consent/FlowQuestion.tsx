import { useId } from "preact/hooks";
import type { PluginFlowView, RoomPluginView } from "../signaling/protocol";
import { choiceOf, type Choice, type Choices } from "./choices";
import { canBeRemembered } from "./remembering/rememberedChoices";
import { flowWords, reasonsFor, type PluginName } from "./sentences";
import { Said } from "./saying/words";

const states: Record<Choice, string> = {
  unset: "",
  allow: "Allowed",
  refuse: "Refused",
};

interface Props {
  plugin: RoomPluginView;
  flow: PluginFlowView;
  pluginName: PluginName;
  choices: Choices | undefined;
  busy: boolean;
  /** Null where the sheet's own two buttons are this question's. */
  choose: ((choice: "allow" | "refuse") => void) | null;
  remembered: boolean;
  remember: (wanted: boolean) => void;
}

/** One flow, with two answers of the same weight. */
export function FlowQuestion({ plugin, flow, pluginName, choices, busy, choose, remembered, remember }: Props) {
  const sentence = useId();
  const choice = choiceOf(choices, flow);
  const answer = (value: "allow" | "refuse", name: string) => (
    <button type="button" class="answer" aria-pressed={choice === value} disabled={busy} onClick={() => choose?.(value)}>
      {name}
    </button>
  );
  return (
    <div class={choose ? "flow flow--asked" : "flow"} role="group" aria-labelledby={sentence}>
      <p id={sentence}>
        <Said words={flowWords(plugin, flow, pluginName)} />
      </p>
      <Reasons reasons={reasonsFor(plugin, flow)} />
      {choose && (
        <div class="flow__answers">
          {answer("allow", "Allow")}
          {answer("refuse", "Refuse")}
        </div>
      )}
      <div class="flow__foot">
        <span class="flow__state" role="status">
          {states[choice]}
        </span>
        {choice !== "unset" && canBeRemembered(flow) && (
          <label class="flow__remember">
            <input type="checkbox" checked={remembered} onChange={(event) => remember(event.currentTarget.checked)} />
            Remember in this browser
          </label>
        )}
      </div>
    </div>
  );
}

/** The author's own words, marked as such. */
export function Reasons({ reasons }: { reasons: readonly string[] }) {
  if (reasons.length === 0) return null;
  return (
    <p class="flow__reason">
      Its author says:{" "}
      {reasons.map((reason, index) => (
        <>
          {index > 0 && " "}
          <q key={reason}>
            <bdi>{reason}</bdi>
          </q>
        </>
      ))}
    </p>
  );
}
