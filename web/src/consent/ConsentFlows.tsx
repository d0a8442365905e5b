import type { ComponentChildren } from "preact";
import type { PluginStore } from "../plugins/pluginStore";
import type { PluginFlowView, RoomPluginView } from "../signaling/protocol";
import { heldBack, isAskedEachTime, neededFlows, optionalFlows, switchedFlows } from "./choices";
import { FlowQuestion, Reasons } from "./FlowQuestion";
import { inForce } from "./purposes";
import { abilitiesOf } from "./saying/abilities";
import { switchedOffWords } from "./saying/switchedOff";
import { takingBackWords } from "./saying/takingBack";
import { Said } from "./saying/words";
import { categoryWords, flowWords, reasonsFor } from "./sentences";

interface Props {
  store: PluginStore;
  plugin: RoomPluginView;
  /** Opened for what a moderator switched on; the rest has been decided. */
  anew: boolean;
  busy: boolean;
  choose: ((flow: PluginFlowView, choice: "allow" | "refuse") => void) | null;
  remember: (flow: PluginFlowView, wanted: boolean) => void;
}

/** Every flow that the manifest declares, and what the plugin can do besides. */
export function ConsentFlows({ store, plugin: declared, anew, busy, choose, remember }: Props) {
  const plugin = inForce(declared, store.purposes.value);
  const choices = store.consents.value.get(plugin.id);
  const [needed, optional, switched] = [neededFlows(plugin), optionalFlows(plugin), switchedFlows(plugin)];
  const off = switchedOffWords(declared, store.purposes.value);
  const asked = plugin.flows.filter(isAskedEachTime);
  const abilities = abilitiesOf(plugin);
  const held = heldBack(plugin, choices);
  const questions = (flows: readonly PluginFlowView[]) =>
    flows.map((flow) => (
      <FlowQuestion
        key={flow.key}
        plugin={plugin}
        flow={flow}
        pluginName={store.pluginName}
        choices={choices}
        busy={busy}
        choose={choose && ((choice) => choose(flow, choice))}
        remembered={store.desk.remembered.choiceFor(flow) !== null}
        remember={(wanted) => remember(flow, wanted)}
      />
    ));
  return (
    <>
      {declared.flows.length === 0 && (
        <p>
          <bdi>{plugin.name}</bdi> declares no use of anybody's data, so it gets none.
        </p>
      )}
      {anew && <Switched>{questions(switched)}</Switched>}
      <Part title={optional.length + switched.length > 0 ? "It needs" : null} shown={needed.length > 0}>
        {questions(needed)}
      </Part>
      <Part title={needed.length > 0 ? "It works without these too" : "It works without these"} shown={optional.length > 0}>
        {questions(optional)}
      </Part>
      {!anew && switched.length > 0 && <Switched>{questions(switched)}</Switched>}
      {held.length > 0 && (
        <p class="notice notice--warning" role="status">
          It gets nothing of {held.map((data) => categoryWords(data, true)).join(" and ")}, because you have not allowed everything that it needs for that.
        </p>
      )}
      <Part title="You are asked each time" shown={asked.length > 0}>
        {asked.map((flow) => (
          <div key={flow.key} class="flow flow--said">
            <p>
              <Said words={flowWords(plugin, flow, store.pluginName)} />
            </p>
            <Reasons reasons={reasonsFor(plugin, flow)} />
          </div>
        ))}
      </Part>
      <Part title="Switched off in this room" shown={off.length > 0}>
        {off.map((words, index) => (
          <div key={index} class="flow flow--said">
            <p>
              <Said words={words} />
            </p>
          </div>
        ))}
      </Part>
      <Part title="What it can do besides" shown={abilities.length > 0}>
        <ul class="consent__abilities">
          {abilities.map(({ capability, words }) => (
            <li key={capability.name}>
              <Said words={words} />
              <Reasons reasons={capability.reason ? [capability.reason] : []} />
            </li>
          ))}
        </ul>
      </Part>
      {needed.length + optional.length + switched.length > 0 && (
        <details class="consent__back">
          <summary>What taking it back does</summary>
          <ul>
            {takingBackWords(plugin).map((words, index) => (
              <li key={index}>
                <Said words={words} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Switched({ children }: { children: ComponentChildren }) {
  return (
    <Part title="Asked because a moderator switched it on" shown>
      <p class="consent__note">It works without this too.</p>
      {children}
    </Part>
  );
}

function Part({ title, shown, children }: { title: string | null; shown: boolean; children: ComponentChildren }) {
  if (!shown) return null;
  return (
    <section class="consent__part">
      {title && <h4>{title}</h4>}
      {children}
    </section>
  );
}
