import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import { Button } from "../../design/Button";
import { IconButton } from "../../design/IconButton";
import { Icon } from "../../design/icons";
import type { OpenFrame, PluginStore } from "../pluginStore";
import { mountFrame, type FrameTrouble } from "./mountFrame";

const words: Record<FrameTrouble, string> = {
  silent: "It did not start. The plugin may be broken, or the host cannot be reached.",
  flooded: "It was removed, because it sent so many messages that it would have slowed your call down.",
  unsupported: "This browser lacks what is needed to keep a plugin's window locked. Use a current version of your browser.",
};

/** A plugin's own window: always framed and named as the plugin's, so that nobody takes it for the page. */
export function PluginFrame({ store, frame, onClose }: { store: PluginStore; frame: OpenFrame; onClose?: () => void }) {
  const { plugin, ui } = frame;
  const place = useRef<HTMLDivElement>(null);
  const heading = useId();
  const attempt = useSignal(0);
  const state = useSignal<"loading" | "ready" | FrameTrouble>("loading");
  const trouble = state.value !== "loading" && state.value !== "ready" ? state.value : null;

  useEffect(() => {
    state.value = "loading";
    return mountFrame(place.current!, store, frame, (now) => (state.value = now));
  }, [frame.key, attempt.value]);

  return (
    <section class="plugin-frame" aria-labelledby={heading}>
      <div class="plugin-frame__head">
        <Icon name="plugins" />
        <h3 id={heading}>
          {ui.title}
          <span> · plugin by {plugin.publisherName}</span>
        </h3>
        {onClose && <IconButton icon="close" label={`Close ${plugin.name}`} look="quiet" onClick={onClose} />}
      </div>
      <div class="plugin-frame__place" ref={place} hidden={trouble !== null} />
      {state.value === "loading" && (
        <p class="plugin-frame__wait" role="status">
          Loading {plugin.name}…
        </p>
      )}
      {trouble && (
        <div class="plugin-frame__trouble" role="alert">
          <Icon name="warning" />
          <p>{words[trouble]}</p>
          <Button onClick={() => attempt.value++}>Load {plugin.name} again</Button>
        </div>
      )}
    </section>
  );
}
