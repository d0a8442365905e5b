import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { RoomSession } from "../../room/session";
import type { QuestionDialog } from "./QuestionDialog";

/** Where plugins' questions appear. What draws them is loaded with the first. */
export function Questions({ session }: { session: RoomSession }) {
  const dialog = useSignal<{ View: typeof QuestionDialog } | null>(null);
  const pending = session.plugins.questions.pending.value;
  const question = pending[0];
  useEffect(() => {
    if (question && !dialog.peek()) void import("./QuestionDialog").then(({ QuestionDialog: View }) => (dialog.value = { View }));
  }, [question]);
  if (!question || !dialog.value) return null;
  const { View } = dialog.value;
  return <View key={question.id} session={session} question={question} others={pending.length - 1} />;
}
