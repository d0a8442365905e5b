import { useSignal, type ReadonlySignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

/** So long a yes cannot be given, in milliseconds. */
export const settling = 700;

/**
 * False in the first moment of a question. A plugin chooses when one appears, and may draw something to be clicked where its buttons will
 * be: whoever was typing or clicking then did not mean it.
 */
export function useSettled(): ReadonlySignal<boolean> {
  const settled = useSignal(false);
  useEffect(() => {
    const timer = setTimeout(() => (settled.value = true), settling);
    return () => clearTimeout(timer);
  }, []);
  return settled;
}
