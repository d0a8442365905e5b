import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { Choice } from "../../consent/choices";
import { Reasons } from "../../consent/FlowQuestion";
import { isSwitchable } from "../../consent/purposes";
import { reasonsFor } from "../../consent/sentences";
import { Button } from "../../design/Button";
import type { PluginFlowView, PluginUpdateView, RoomPluginView } from "../../signaling/protocol";
import { useAction } from "../panel/useAction";
import type { PluginStore } from "../pluginStore";
import { asPlugin, changeLines, newFlows, refusableFlows, unansweredWords, waitingTitle, type ChangeLine } from "./difference";
import "../../consent/consent.css";
import "./updates.css";

export interface UpdateCardProps {
  store: PluginStore;
  plugin: RoomPluginView;
  update: PluginUpdateView;
}

/** What would change, and this person's answer to it. The version before runs on meanwhile. */
export function UpdateCard({ store, plugin, update }: UpdateCardProps) {
  const heading = useId();
  const section = useRef<HTMLElement>(null);
  const { busy, problem, run } = useAction();
  const given = store.updates.answerFor(plugin);
  const [chosen, setChosen] = useState<ReadonlyMap<string, Choice>>(new Map(given as ReadonlyMap<string, Choice> | null));
  const [changing, setChanging] = useState(false);
  const asked = newFlows(plugin, update, store.purposes.value);
  const open = given === null || changing;
  const send = (choices: readonly { flow: string; choice: Choice }[]) =>
    run(async () => {
      await store.updates.answer(plugin.id, update.id, choices);
      setChosen(new Map(choices.map(({ flow, choice }) => [flow, choice])));
      setChanging(false);
    });
  const shown = store.shownUpdate.value === plugin.id;
  useEffect(() => {
    if (!shown) return;
    section.current!.scrollIntoView({ block: "start" });
    store.shownUpdate.value = null;
  }, [shown]);
  return (
    <section ref={section} class="update" aria-labelledby={heading}>
      <h4 id={heading}>{waitingTitle(update)}</h4>
      <p class="update__by">
        {plugin.version} runs on until everybody who allows it something has answered. {unansweredWords(update.unanswered, given !== null)} {sentence(update.trust)}
      </p>
      {asked.length > 0 && open && <p class="update__by">Nothing of what is new is given unless you allow it. Refuse, and the call goes on for you as before.</p>}
      <ul class="update__changes">
        {changeLines(plugin, update, store.purposes.value).map((line) => (
          <Change
            key={`${line.before}>${line.after}`}
            line={line}
            reasons={line.flow ? reasonsFor(asPlugin(plugin, update), line.flow) : []}
            choice={line.flow && chosen.get(line.flow.key)}
            choose={asked.length === 1 ? "elsewhere" : line.flow && open && !busy ? (choice) => setChosen(new Map(chosen).set(line.flow!.key, choice)) : null}
          />
        ))}
      </ul>
      {open ? (
        <Answers plugin={plugin} update={update} asked={asked} chosen={chosen} busy={busy} send={send} />
      ) : (
        <Button onClick={() => setChanging(true)}>Change my answer</Button>
      )}
      {problem && <p class="problem" role="alert">{problem}</p>}
    </section>
  );
}

interface ChangeProps {
  line: ChangeLine;
  reasons: readonly string[];
  choice: Choice | undefined;
  /** Null: not now. Where there is one question, the buttons below the list are its answers. */
  choose: ((choice: Choice) => void) | "elsewhere" | null;
}

/** One difference; where it is about this person's data, with two answers of the same weight. */
function Change({ line: { before, after, link, flow }, reasons, choice, choose }: ChangeProps) {
  const text = useId();
  const kind = before === null ? "New" : after === null ? "No longer" : "Changes";
  const answer = (value: Choice, name: string) => (
    <button type="button" class="answer" aria-pressed={choice === value} disabled={typeof choose !== "function"} onClick={() => typeof choose === "function" && choose(value)}>
      {name}
    </button>
  );
  return (
    <li class="update__change">
      <span class="update__kind">{kind}</span>
      {before !== null && (
        <p class={after === null ? "" : "update__before"}>
          {after !== null && <span class="update__when">Until now:</span>} {before}
        </p>
      )}
      {after !== null && (
        <p id={text}>
          {before !== null && <span class="update__when">From then on:</span>} {after}
          {link && <> <a href={link} target="_blank" rel="noopener noreferrer">Read it</a></>}
        </p>
      )}
      <Reasons reasons={reasons} />
      {flow && choose !== "elsewhere" && (
        <div class="flow__answers" role="group" aria-labelledby={text}>
          {answer("allow", "Allow")}
          {answer("refuse", "Refuse")}
        </div>
      )}
    </li>
  );
}

interface AnswersProps {
  plugin: RoomPluginView;
  update: PluginUpdateView;
  asked: readonly PluginFlowView[];
  chosen: ReadonlyMap<string, Choice>;
  busy: boolean;
  send: (choices: readonly { flow: string; choice: Choice }[]) => void;
}

function Answers({ plugin, update, asked, chosen, busy, send }: AnswersProps) {
  const all = (flows: readonly PluginFlowView[], choice: Choice) => flows.map((flow) => ({ flow: flow.key, choice }));
  const left = asked.filter((flow) => !flow.optional && !chosen.has(flow.key)).length;
  const button = (words: string, label: string, choices: readonly { flow: string; choice: Choice }[]) => (
    <Button aria-label={`${label} ${plugin.name}`} disabled={busy} onClick={() => send(choices)}>
      {words}
    </Button>
  );
  if (asked.length === 0)
    return (
      <div class="update__all">
        {button("Agree", "Agree to the new version of", [])}
        {button("Refuse", "Refuse the new version of", all(refusableFlows(update), "refuse"))}
      </div>
    );
  const needed = asked.filter((flow) => !flow.optional);
  const single = asked.length === 1;
  const allowed = single ? asked : needed.length > 0 ? needed : asked.filter((flow) => !isSwitchable(flow));
  return (
    <>
      <div class="update__all">
        {allowed.length > 0 && button(single ? "Allow" : needed.length > 0 ? "Allow all needed" : "Allow all", "Allow what is new in", all(allowed, "allow"))}
        {button(single ? "Refuse" : "Refuse all", "Refuse what is new in", all(asked, "refuse"))}
      </div>
      {asked.length > 1 && (
        <Button look={left === 0 ? "primary" : "plain"} disabled={busy || left > 0} onClick={() => send(asked.flatMap((flow) => (chosen.has(flow.key) ? all([flow], chosen.get(flow.key)!) : [])))}>
          {left === 0 ? "Send my answer" : `Or one by one: ${left} to choose`}
        </Button>
      )}
    </>
  );
}

const sentence = (words: string) => (words ? `It is ${words}.` : "");
