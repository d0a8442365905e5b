import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { toast } from "./Toast";

/**
 * A part of the page that is loaded when it is first shown, so that nobody waits for what is rarely seen. Where it cannot be loaded
 * the person is told, and `giveUp` takes back whatever asked for it, so that asking again tries again.
 */
export function onDemand<P extends object>(load: () => Promise<ComponentType<P>>, giveUp?: (props: P) => void): ComponentType<P> {
  const loaded = signal<{ View: ComponentType<P> } | null>(null);
  return function OnDemand(props: P) {
    useEffect(() => {
      if (loaded.peek()) return;
      load().then(
        (View) => (loaded.value = { View }),
        () => {
          toast("This part of the page could not be loaded. Look at your connection and try again.", 8_000);
          giveUp?.(props);
        },
      );
    }, []);
    const View = loaded.value?.View;
    return View ? <View {...props} /> : null;
  };
}
