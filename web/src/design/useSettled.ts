import { useSignal, type ReadonlySignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

/** So long a yes cannot be given, in milliseconds. */
export const settling = 500;

/**
 * False in the first moment of a question. A plugin, or who brings one, chooses when it appears, and an overlay may have drawn something to be
 * clicked where its buttons will be: whoever was typing or clicking then did not mean it.
 */
export function useSettled(): ReadonlySignal<boolean> {
  const settled = useSignal(false);
  useEffect(() => {
    const timer = setTimeout(() => (settled.value = true), settling);
    return () => clearTimeout(timer);
  }, []);
  return settled;
}
