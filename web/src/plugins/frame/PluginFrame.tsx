import { useSignal } from "@preact/signals";
import { useEffect, useId, useMemo, useRef } from "preact/hooks";
import { Button } from "../../design/Button";
import { IconButton } from "../../design/IconButton";
import { Icon } from "../../design/icons";
import type { OpenFrame, PluginStore } from "../pluginStore";
import { mountFrame, type FrameTrouble } from "./mountFrame";
import { acceptOpen, needsWarning, seal } from "./seal";
import { sealWarning } from "./sealWords";

const words: Record<FrameTrouble, string> = {
  silent: "It did not start. The plugin may be broken, or the host cannot be reached.",
  flooded: "It was removed, because it sent so much that it would have slowed your call down.",
  left: "It was removed, because it tried to leave for another address.",
  hung: "It was removed, because it did not answer for five seconds.",
  grabbed: "It was removed, because it kept taking the keyboard away from what you were doing.",
  unsupported: "This browser lacks what is needed to keep a plugin's window locked. Use a current version of your browser.",
};

// Chromium keeps the process of a removed frame for two seconds and would put a new one into it, where the old one still hangs.
const processDelay = 4_000;

/** A plugin's own window: always framed and named as the plugin's, so that nobody takes it for the page. */
export function PluginFrame({ store, frame, onClose }: { store: PluginStore; frame: OpenFrame; onClose?: () => void }) {
  const { plugin, ui } = frame;
  const heading = useId();
  const warned = useMemo(() => needsWarning(plugin.id, ui), [plugin.id, ui.mode]);
  return (
    <section class="plugin-frame" aria-labelledby={heading}>
      <div class="plugin-frame__head">
        <Icon name="plugins" />
        <h3 id={heading}>
          {/* First, so that no title however long can push it out of sight; each name by itself, so that none can turn the others. */}
          <span class="plugin-frame__kind">Plugin</span> <bdi>{ui.title}</bdi>
          <span class="plugin-frame__by">
            {" "}
            by <bdi>{plugin.publisherName}</bdi>
          </span>
        </h3>
        {onClose && <IconButton icon="close" label={`Close ${plugin.name}`} look="quiet" onClick={onClose} />}
      </div>
      {warned.value ? <SealNotice frame={frame} /> : <FrameWindow store={store} frame={frame} />}
    </section>
  );
}

// Before the first line of the plugin's runs: afterwards would be too late to say it.
function SealNotice({ frame: { plugin } }: { frame: OpenFrame }) {
  const found = seal.value;
  if (found === null || found === "closed") return <Wait text="Trying how well this browser can lock it…" />;
  return (
    <div class="plugin-frame__trouble" role="note">
      <Icon name="warning" />
      <p>{sealWarning(found)}</p>
      <Button aria-label={`Open ${plugin.name} anyway`} onClick={() => acceptOpen(plugin.id)}>
        Open anyway
      </Button>
    </div>
  );
}

function FrameWindow({ store, frame }: { store: PluginStore; frame: OpenFrame }) {
  const { plugin } = frame;
  const place = useRef<HTMLDivElement>(null);
  const attempt = useSignal(0);
  const state = useSignal<"loading" | "ready" | FrameTrouble>("loading");
  const trouble = state.value !== "loading" && state.value !== "ready" ? state.value : null;

  useEffect(() => {
    const wait = state.peek() === "hung" ? processDelay : 0;
    let remove: () => void;
    state.value = "loading";
    const timer = setTimeout(() => (remove = mountFrame(place.current!, store, frame, (now) => (state.value = now))), wait);
    remove = () => clearTimeout(timer);
    return () => remove();
  }, [frame.key, attempt.value]);

  return (
    <>
      <div class="plugin-frame__place" ref={place} hidden={trouble !== null} />
      {state.value === "loading" && <Wait text={`Loading ${plugin.name}…`} />}
      {trouble && (
        <div class="plugin-frame__trouble" role="alert">
          <Icon name="warning" />
          <p>{words[trouble]}</p>
          <Button aria-label={`Start ${plugin.name} again`} onClick={() => attempt.value++}>
            Start again
          </Button>
        </div>
      )}
    </>
  );
}

const Wait = ({ text }: { text: string }) => (
  <p class="plugin-frame__wait" role="status">
    {text}
  </p>
);
