import { useEffect, useRef } from "preact/hooks";
import { Button } from "../../design/Button";
import { Sheet } from "../../design/Sheet";
import { useSettled } from "../../design/useSettled";
import type { RoomSession } from "../../room/session";
import type { PluginQuestion } from "../../signaling/protocol";
import { FileChoice } from "./FileChoice";
import { questionWords } from "./questionWords";
import { VisibleText } from "./VisibleText";
import "./questions.css";

interface Props {
  session: RoomSession;
  question: PluginQuestion;
  /** How many wait behind it. */
  others: number;
}

/** One question. Nothing is chosen before the person chooses; closing it in any way is a no. */
export function QuestionDialog({ session, question, others }: Props) {
  const { questions } = session.plugins;
  const words = questionWords(question, () => (question.participantId === null ? "" : session.nameOf(question.participantId)));
  const start = useRef<HTMLParagraphElement>(null);
  const armed = useSettled();
  // On what is to be read, and not on a button.
  useEffect(() => start.current!.focus(), []);
  const answer = (allow: boolean) => void questions.answer(question, allow);
  return (
    <Sheet title={words.title} onClose={() => answer(false)}>
      <p class="question__who" tabIndex={-1} ref={start}>
        <span class="question__badge">Plugin</span> <bdi>{question.pluginName}</bdi> {words.lead}
      </p>
      {question.text !== "" && <VisibleText text={question.text} />}
      {question.kind === "pickFile" ? (
        <FileChoice
          question={question}
          reason={reasonOf(session, question)}
          armed={armed.value}
          onHand={(files) => questions.hand(question, files)}
          onRefuse={() => answer(false)}
        />
      ) : (
        <>
          <p>{words.effect}</p>
          <div class="question__actions">
            {words.yes !== "" && (
              <Button disabled={!armed.value} onClick={() => answer(true)}>
                {words.yes}
              </Button>
            )}
            <Button onClick={() => answer(false)}>{words.no}</Button>
          </div>
        </>
      )}
      {others > 0 && <p class="small muted">{others === 1 ? "One more question waits." : `${others} more questions wait.`}</p>}
    </Sheet>
  );
}

const reasonOf = (session: RoomSession, { pluginId }: PluginQuestion): string | null =>
  session.roomPlugins.value.find((plugin) => plugin.id === pluginId)?.capabilities.find(({ name }) => name === "files.pick")?.reason ?? null;
