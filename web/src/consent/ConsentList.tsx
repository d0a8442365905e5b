import { Button } from "../design/Button";
import { useAction } from "../plugins/panel/useAction";
import type { PluginFlowView, RoomPluginView } from "../signaling/protocol";
import { isAskedEachTime, neededFlows, optionalFlows, type Choice, type Choices } from "./choices";
import { FlowQuestion } from "./FlowQuestion";
import { flowSentence } from "./sentences";
import "./consent.css";

interface Props {
  plugin: RoomPluginView;
  choices: Choices | undefined;
  decide: (changes: { flow: string; choice: Choice }[]) => Promise<void>;
}

/** Everything that the plugin wants to know about this person, each to be allowed or refused, at any time and as often as they like. */
export function ConsentList({ plugin, choices, decide }: Props) {
  const { busy, problem, run } = useAction();
  const [needed, optional] = [neededFlows(plugin), optionalFlows(plugin)];
  const asked = plugin.flows.filter(isAskedEachTime);
  const choose = (flows: readonly PluginFlowView[], choice: Choice) => run(() => decide(flows.map((flow) => ({ flow: flow.key, choice }))));
  const questions = (flows: readonly PluginFlowView[]) =>
    flows.map((flow) => (
      <FlowQuestion key={flow.key} plugin={plugin} flow={flow} choices={choices} busy={busy} choose={(choice) => choose([flow], choice)} />
    ));

  if (plugin.flows.length === 0) return <p class="consent__none">{plugin.name} declares no use of anybody's data, so it gets none.</p>;
  return (
    <div class="consent">
      {needed.length + optional.length > 0 && (
        <p class="consent__intro">Nothing is given unless you allow it. Refuse, and the call goes on for you as before.</p>
      )}
      {questions(needed)}
      {needed.length + optional.length > 1 && (
        <div class="consent__all">
          {needed.length > 0 && (
            <Button aria-label={`Allow all for ${plugin.name}`} disabled={busy} onClick={() => choose(needed, "allow")}>
              Allow all needed
            </Button>
          )}
          <Button aria-label={`Refuse all for ${plugin.name}`} disabled={busy} onClick={() => choose([...needed, ...optional], "refuse")}>
            Refuse all
          </Button>
        </div>
      )}
      {optional.length > 0 && <h4>Works without these too</h4>}
      {questions(optional)}
      {asked.length > 0 && <h4>You are asked each time</h4>}
      {asked.map((flow) => (
        <p key={flow.key} class="consent__later">
          {flowSentence(plugin, flow)}
        </p>
      ))}
      {problem && <p class="problem" role="alert">{problem}</p>}
    </div>
  );
}
