import { Button } from "../../design/Button";
import { Icon } from "../../design/icons";
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
  const trouble = word.value !== "loading" && word.value !== "ready" ? word.value : null;
  return (
    <div class="overlay-badge" role="group" aria-label={`${ui.title}, overlay`}>
      <Icon name="plugins" />
      <p>
        <span class="plugin-frame__kind">Plugin</span> <bdi>{ui.title}</bdi> <span>draws over the pictures, in your page only.</span>
        {trouble && <span role="alert"> {troubleWords[trouble]}</span>}
      </p>
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
