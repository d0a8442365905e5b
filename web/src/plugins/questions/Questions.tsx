import { onDemand } from "../../design/onDemand";
import type { RoomSession } from "../../room/session";

const Dialog = onDemand(() => import("./QuestionDialog").then((part) => part.QuestionDialog));
const Handovers = onDemand(() => import("./Handovers").then((part) => part.Handovers));

/** Where plugins' questions appear. What draws them is loaded with the first. */
export function Questions({ session }: { session: RoomSession }) {
  const { questions } = session.plugins;
  const [question, ...others] = questions.pending.value;
  return (
    <>
      {questions.transfers.active.value.length > 0 && <Handovers transfers={questions.transfers} />}
      {question && <Dialog key={question.id} session={session} question={question} others={others.length} />}
    </>
  );
}
