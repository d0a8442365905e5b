import { useSignal } from "@preact/signals";
import { HubRefusal } from "../../signaling/refusal";

/** Runs one thing at a time and keeps why it failed, in words. */
export function useAction(): { busy: boolean; problem: string | null; run: (work: () => Promise<void>) => void } {
  const busy = useSignal(false);
  const problem = useSignal<string | null>(null);
  const run = (work: () => Promise<void>) => {
    if (busy.value) return;
    busy.value = true;
    problem.value = null;
    work()
      .catch((error: unknown) => (problem.value = error instanceof HubRefusal ? error.message : "It did not work. Try again."))
      .finally(() => (busy.value = false));
  };
  return { busy: busy.value, problem: problem.value, run };
}
