import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { toast } from "./Toast";

/** A part of the page that is loaded when it is first shown, so that nobody waits for what is rarely seen. */
export function onDemand<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const loaded = signal<{ View: ComponentType<P> } | null>(null);
  return function OnDemand(props: P) {
    useEffect(() => {
      if (loaded.peek()) return;
      load().then(
        (View) => (loaded.value = { View }),
        () => toast("This part of the page could not be loaded. Look at your connection and try again.", 8_000),
      );
    }, []);
    const View = loaded.value?.View;
    return View ? <View {...props} /> : null;
  };
}
