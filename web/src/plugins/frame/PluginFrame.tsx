import { useSignal } from "@preact/signals";
import { useId, useMemo } from "preact/hooks";
import { Button } from "../../design/Button";
import { IconButton } from "../../design/IconButton";
import { Icon } from "../../design/icons";
import type { OpenFrame, PluginStore } from "../pluginStore";
import { acceptOpen, needsWarning, seal } from "./seal";
import { sealWarning } from "./sealWords";
import { troubleWords } from "./troubleWords";
import { useFrame, type FrameWord } from "./useFrame";

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
  const starts = useSignal(0);
  const word = useSignal<FrameWord>("loading");
  const place = useFrame(store, frame, starts.value, (now) => (word.value = now));
  const trouble = word.value !== "loading" && word.value !== "ready" ? word.value : null;

  return (
    <>
      <div class="plugin-frame__place" ref={place} hidden={trouble !== null} />
      {word.value === "loading" && <Wait text={`Loading ${plugin.name}…`} />}
      {trouble && (
        <div class="plugin-frame__trouble" role="alert">
          <Icon name="warning" />
          <p>{troubleWords[trouble]}</p>
          <Button aria-label={`Start ${plugin.name} again`} onClick={() => starts.value++}>
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
