import { useEffect } from "preact/hooks";
import type { RoomSession } from "../room/session";
import { guardFocus } from "./frame/focusGuard";
import { pluginFrames } from "./frame/mountFrame";
import { PluginFrame } from "./frame/PluginFrame";
import { trySeal } from "./frame/seal";
import { framesIn, windowsOf } from "./pluginStore";
import "./plugins.css";

/** Where plugins' stage frames stand. `visible` is false while something else is on the stage; frames stay alive then. */
export function PluginStage({ session, visible }: { session: RoomSession; visible: boolean }) {
  const store = session.plugins;
  const frames = framesIn("stage", store.frames.value);
  const top = frames.at(-1);
  const withWindow = store.roomPlugins.value.flatMap(windowsOf)[0];
  useEffect(() => guardFocus(pluginFrames), []);
  useEffect(() => {
    if (withWindow) trySeal(withWindow.url);
  }, [withWindow?.url]);
  return (
    <div class="plugin-stage" hidden={!visible}>
      {frames.length > 1 && (
        <div class="plugin-stage__choices" role="group" aria-label="Plugins on the stage">
          {[...new Map(frames.map(({ plugin }) => [plugin.id, plugin])).values()].map((plugin) => (
            <button key={plugin.id} type="button" aria-pressed={plugin.id === top?.plugin.id} onClick={() => store.open(plugin.id)}>
              {plugin.name}
            </button>
          ))}
        </div>
      )}
      {/* By key and in one order, whatever is on top: a frame that moved in the document would load anew. */}
      {[...frames]
        .sort((a, b) => a.key.localeCompare(b.key))
        .map((frame) => (
          <div key={frame.key} class="plugin-stage__frame" hidden={frame !== top}>
            <PluginFrame store={store} frame={frame} onClose={() => store.closeFrames(frame.plugin.id)} />
          </div>
        ))}
    </div>
  );
}
