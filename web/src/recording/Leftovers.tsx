import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect } from "preact/hooks";

/** Recordings that did not get finished on an earlier visit. What deals with them is loaded only when there may be one. */
export function Leftovers() {
  const found = useSignal<VNode | null>(null);
  useEffect(() => {
    void import("./desk/LeftBehind").then(async ({ lookForLeftBehind }) => (found.value = await lookForLeftBehind()));
  }, []);
  return found.value;
}
