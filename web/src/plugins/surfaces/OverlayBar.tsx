import { useMemo } from "preact/hooks";
import { Button } from "../../design/Button";
import { Icon } from "../../design/icons";
import { acceptOpen, needsWarning, seal } from "../frame/seal";
import { sealWarning } from "../frame/sealWords";
import { troubleWords } from "../frame/troubleWords";
import type { OpenFrame, PluginStore } from "../pluginStore";
import "./surfaces.css";

/** Says of each overlay whose it is, in the page's own place, and hides it. */
export function OverlayBar({ store }: { store: PluginStore }) {
  return (
    <>
      {store.overlays.shown.value.map((frame) => (
        <OverlayBadge key={frame.key} store={store} frame={frame} />
      ))}
    </>
  );
}

function OverlayBadge({ store, frame }: { store: PluginStore; frame: OpenFrame }) {
  const { plugin, ui } = frame;
  const { word, starts } = store.overlays.stateOf(frame);
  const warned = useMemo(() => needsWarning(plugin.id, ui), [plugin.id, ui.mode]);
  const found = seal.value;
  const trouble = word.value !== "loading" && word.value !== "ready" ? word.value : null;
  return (
    <div class="overlay-badge" role="group" aria-label={`${ui.title}, overlay`}>
      <Icon name="plugins" />
      <p>
        <span class="plugin-frame__kind">Plugin</span> <bdi>{ui.title}</bdi> <span>draws over the pictures, in your page only.</span>
        {warned.value && found && found !== "closed" && ` ${sealWarning(found)}`}
        {trouble && <span role="alert"> {troubleWords[trouble]}</span>}
      </p>
      {warned.value && found && found !== "closed" && (
        <Button look="quiet" aria-label={`Open ${plugin.name} anyway`} onClick={() => acceptOpen(plugin.id)}>
          Open anyway
        </Button>
      )}
      {trouble && (
        <Button look="quiet" aria-label={`Start ${plugin.name} again`} onClick={() => starts.value++}>
          Start again
        </Button>
      )}
      <Button look="quiet" aria-label={`Hide what ${plugin.name} draws`} onClick={() => store.overlays.hide(plugin.id)}>
        Hide
      </Button>
    </div>
  );
}
