import { PluginFrame } from "../frame/PluginFrame";
import { framesIn, type PluginStore } from "../pluginStore";
import "./surfaces.css";

/** Plugins' own controls, in one row of their own above the page's; on a phone one beside the other, to be scrolled. */
export function Toolbars({ store }: { store: PluginStore }) {
  const frames = framesIn("toolbar", store.frames.value);
  if (frames.length === 0) return null;
  return (
    <section class="toolbars" aria-label="Plugins' controls">
      {/* By key and in one order: a frame that moved in the document would load anew. */}
      {[...frames]
        .sort((a, b) => a.key.localeCompare(b.key))
        .map((frame) => (
          <div key={frame.key} class="toolbars__item">
            <PluginFrame store={store} frame={frame} onClose={() => store.closeFrames(frame.plugin.id)} />
          </div>
        ))}
    </section>
  );
}
