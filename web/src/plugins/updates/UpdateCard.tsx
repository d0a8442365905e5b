import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { Choice, Choices } from "../../consent/choices";
import { Reasons } from "../../consent/FlowQuestion";
import { Said } from "../../consent/saying/words";
import { flowWords, reasonsFor } from "../../consent/sentences";
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
  const answer = store.updates.answerFor(plugin);
  const [changing, setChanging] = useState(false);
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
        {plugin.version} runs on until everybody who allows it something has answered. {unansweredWords(update.unanswered, answer !== null)} {sentence(update.trust)}
      </p>
      <ul class="update__changes">
        {changeLines(plugin, update).map((line) => (
          <Change key={`${line.before}>${line.after}`} line={line} />
        ))}
      </ul>
      {answer && !changing ? (
        <Button onClick={() => setChanging(true)}>Change my answer</Button>
      ) : (
        <Answers store={store} plugin={plugin} update={update} given={answer} done={() => setChanging(false)} />
      )}
    </section>
  );
}

function Change({ line: { before, after, link } }: { line: ChangeLine }) {
  const kind = before === null ? "New" : after === null ? "No longer" : "Changes";
  return (
    <li class="update__change">
      <span class="update__kind">{kind}</span>
      {before !== null && (after === null ? <p>{before}</p> : <p class="update__before"><span class="update__when">Until now:</span> {before}</p>)}
      {after !== null && (
        <p>
          {before !== null && <span class="update__when">From then on:</span>} {after}
          {link && <> <a href={link} target="_blank" rel="noopener noreferrer">Read it</a></>}
        </p>
      )}
    </li>
  );
}

interface AnswersProps extends UpdateCardProps {
  given: Choices | null;
  done: () => void;
}

function Answers({ store, plugin, update, given, done }: AnswersProps) {
  const { busy, problem, run } = useAction();
  const asked = newFlows(plugin, update);
  const [chosen, setChosen] = useState<ReadonlyMap<string, Choice>>(new Map(given as ReadonlyMap<string, Choice> | null));
  const next = asPlugin(plugin, update);
  const send = (choices: readonly { flow: string; choice: Choice }[]) =>
    run(async () => {
      await store.updates.answer(plugin.id, update.id, choices);
      done();
    });
  const all = (flows: readonly PluginFlowView[], choice: Choice) => flows.map((flow) => ({ flow: flow.key, choice }));
  const open = asked.filter((flow) => !flow.optional && !chosen.has(flow.key));
  return (
    <div class="update__answers">
      {asked.length > 0 && <p class="update__by">Nothing of this is given unless you allow it. Refuse, and the call goes on for you as before.</p>}
      {asked.map((flow) => (
        <Question key={flow.key} plugin={next} flow={flow} choice={chosen.get(flow.key)} busy={busy} choose={(choice) => setChosen(new Map(chosen).set(flow.key, choice))} />
      ))}
      {asked.length > 0 && (
        <Button look={open.length === 0 ? "primary" : "plain"} disabled={busy || open.length > 0} onClick={() => send(asked.flatMap((flow) => (chosen.has(flow.key) ? all([flow], chosen.get(flow.key)!) : [])))}>
          {open.length === 0 ? "Send my answer" : open.length === 1 ? "1 more to choose" : `${open.length} more to choose`}
        </Button>
      )}
      <div class="update__all">
        {asked.length === 0 && (
          <Button aria-label={`Agree to the new version of ${plugin.name}`} disabled={busy} onClick={() => send([])}>
            Agree
          </Button>
        )}
        {asked.length === 0 && (
          <Button aria-label={`Refuse the new version of ${plugin.name}`} disabled={busy} onClick={() => send(all(refusableFlows(update), "refuse"))}>
            Refuse
          </Button>
        )}
        {asked.length > 1 && (
          <Button aria-label={`Allow all that is new in ${plugin.name}`} disabled={busy} onClick={() => send(all(asked.filter((flow) => !flow.optional), "allow"))}>
            Allow all needed
          </Button>
        )}
        {asked.length > 1 && (
          <Button aria-label={`Refuse all that is new in ${plugin.name}`} disabled={busy} onClick={() => send(all(asked, "refuse"))}>
            Refuse all
          </Button>
        )}
      </div>
      {problem && <p class="problem" role="alert">{problem}</p>}
    </div>
  );
}

interface QuestionProps {
  plugin: RoomPluginView;
  flow: PluginFlowView;
  choice: Choice | undefined;
  busy: boolean;
  choose: (choice: Choice) => void;
}

function Question({ plugin, flow, choice, busy, choose }: QuestionProps) {
  const id = useId();
  const button = (value: Choice, name: string) => (
    <button type="button" class="answer" aria-pressed={choice === value} disabled={busy} onClick={() => choose(value)}>
      {name}
    </button>
  );
  return (
    <div class="flow" role="group" aria-labelledby={id}>
      <p id={id}>
        <Said words={flowWords(plugin, flow)} />
      </p>
      {flow.optional && <p class="flow__reason">It works without this too.</p>}
      <Reasons reasons={reasonsFor(plugin, flow)} />
      <div class="flow__answers">
        {button("allow", "Allow")}
        {button("refuse", "Refuse")}
      </div>
    </div>
  );
}

const sentence = (words: string) => (words ? `It is ${words}.` : "");
