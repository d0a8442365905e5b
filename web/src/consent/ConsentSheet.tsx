import { useSignal } from "@preact/signals";
import { Button } from "../design/Button";
import { Sheet } from "../design/Sheet";
import { toast } from "../design/Toast";
import type { PluginStore } from "../plugins/pluginStore";
import { useAction } from "../plugins/panel/useAction";
import type { PluginFlowView, RoomPluginView } from "../signaling/protocol";
import { choiceOf, isUndecided, neededFlows, optionalFlows } from "./choices";
import { ConsentFlows } from "./ConsentFlows";
import { flowSentence } from "./sentences";
import { SheetIntro } from "./SheetIntro";
import "./consent.css";

type Answer = "allow" | "refuse";

/** Everything that a plugin wants to know about this person, to be allowed or refused, at any time and as often as they like. */
export function ConsentSheet({ store, plugin, self }: { store: PluginStore; plugin: RoomPluginView; self: string }) {
  const { desk } = store;
  const { busy, problem, run } = useAction();
  const rememberAll = useSignal(false);
  const choices = store.consents.value.get(plugin.id);
  const undecided = isUndecided(plugin, choices);
  const [needed, optional] = [neededFlows(plugin), optionalFlows(plugin)];
  const asked = [...needed, ...optional];
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
          {asked.length > 0 && (
            <label class="consent__remember">
              <input type="checkbox" checked={rememberAll.value} onChange={(event) => (rememberAll.value = event.currentTarget.checked)} />
              Remember what I answer here, in this browser
            </label>
          )}
          <div class="consent__all">
            {asked.length > 0 && (
              <>
                <Button disabled={busy} onClick={() => giveAll(asked, "refuse")}>
                  {asked.length === 1 ? "Refuse" : "Refuse all"}
                </Button>
                <Button disabled={busy} onClick={() => giveAll(needed.length > 0 ? needed : optional, "allow")}>
                  {asked.length === 1 ? "Allow" : optional.length > 0 && needed.length > 0 ? "Allow what it needs" : "Allow all"}
                </Button>
              </>
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
        plugin={plugin}
        busy={busy}
        choose={asked.length === 1 ? null : (flow, choice) => run(() => give([flow], choice))}
        remember={remember}
      />
    </Sheet>
  );
}
