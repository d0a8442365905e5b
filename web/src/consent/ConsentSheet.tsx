import { useSignal } from "@preact/signals";
import { useState } from "preact/hooks";
import { Button } from "../design/Button";
import { Sheet } from "../design/Sheet";
import { useSettled } from "../design/useSettled";
import { toast } from "../design/Toast";
import type { PluginStore } from "../plugins/pluginStore";
import { useAction } from "../plugins/panel/useAction";
import type { PluginFlowView, RoomPluginView } from "../signaling/protocol";
import { choiceOf, isUndecided, neededFlows, newlyAsked, optionalFlows, switchedFlows } from "./choices";
import { ConsentFlows } from "./ConsentFlows";
import { inForce } from "./purposes";
import { flowSentence } from "./sentences";
import { SheetIntro } from "./SheetIntro";
import "./consent.css";

type Answer = "allow" | "refuse";

/** Everything that a plugin wants to know about this person, to be allowed or refused, at any time and as often as they like. */
export function ConsentSheet({ store, plugin: declared, self }: { store: PluginStore; plugin: RoomPluginView; self: string }) {
  const { desk } = store;
  const plugin = inForce(declared, store.purposes.value);
  // For as long as it is open: whoever came for one new question is not to change all the others by one click.
  const [anew] = useState(desk.asksAnew(declared));
  const { busy, problem, run } = useAction();
  const rememberAll = useSignal(false);
  const choices = store.consents.value.get(plugin.id);
  const undecided = isUndecided(plugin, choices) || newlyAsked(plugin, choices).length > 0;
  const [needed, optional, switched] = [neededFlows(plugin), optionalFlows(plugin), switchedFlows(plugin)];
  const asked = [...needed, ...optional, ...switched];
  const settled = useSettled();
  const single = asked.length === 1;
  const allowed = single ? asked : needed.length > 0 ? needed : optional;
  const keep = (flows: readonly PluginFlowView[], choice: Answer) => {
    const kept = desk.remembered.keep(plugin, flows.map((flow) => ({ flow, choice, sentence: flowSentence(plugin, flow, store.pluginName) })));
    if (!kept) toast("This browser does not keep it, so you will be asked again.");
  };
  const give = async (flows: readonly PluginFlowView[], choice: Answer) => {
    await store.decide(plugin.id, flows.map((flow) => ({ flow: flow.key, choice })));
    // What is remembered follows the answer, also where only another answer than the one before was remembered.
    keep(flows.filter((flow) => rememberAll.peek() || desk.remembered.choiceFor(flow) !== null), choice);
  };
  const giveAll = (flows: readonly PluginFlowView[], choice: Answer) =>
    run(async () => {
      await give(flows, choice);
      toast(
        <span>
          <bdi>{plugin.name}</bdi>: {choice === "allow" ? "allowed" : "refused"}. You can change it at any time, under Plugins.
        </span>,
      );
      desk.next();
    });
  const remember = (flow: PluginFlowView, wanted: boolean) => {
    const choice = choiceOf(choices, flow);
    if (!wanted) desk.remembered.forget([flow.key]);
    else if (choice !== "unset") keep([flow], choice);
  };
  return (
    <Sheet
      title={
        <>
          What <bdi>{plugin.name}</bdi> may know about you
        </>
      }
      tall
      onClose={() => desk.close()}
      footer={
        <>
          {problem && <p class="problem" role="alert">{problem}</p>}
          {asked.length > 0 && !anew && (
            <label class="consent__remember">
              <input type="checkbox" checked={rememberAll.value} onChange={(event) => (rememberAll.value = event.currentTarget.checked)} />
              Remember what I answer here, in this browser
            </label>
          )}
          <div class="consent__all">
            {asked.length > 0 && !anew && (
              <Button disabled={busy} onClick={() => giveAll(asked, "refuse")}>
                {single ? "Refuse" : "Refuse all"}
              </Button>
            )}
            {allowed.length > 0 && !anew && (
              <Button disabled={busy || !settled.value} onClick={() => giveAll(allowed, "allow")}>
                {single ? "Allow" : needed.length > 0 && needed.length < asked.length ? "Allow what it needs" : "Allow all"}
              </Button>
            )}
            <Button look="quiet" onClick={() => desk.next()}>
              {undecided ? "Not now" : "Done"}
            </Button>
          </div>
        </>
      }
    >
      <SheetIntro store={store} plugin={plugin} self={self} />
      <ConsentFlows
        store={store}
        plugin={declared}
        anew={anew}
        busy={busy || !settled.value}
        choose={single && !anew ? null : (flow, choice) => run(() => give([flow], choice))}
        remember={remember}
      />
    </Sheet>
  );
}
