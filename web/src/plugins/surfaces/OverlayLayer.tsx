import { useFrame } from "../frame/useFrame";
import type { OpenFrame, PluginStore } from "../pluginStore";
import "./surfaces.css";

/**
 * What plugins draw over the pictures: seen through and clicked through, by the page's own style, whatever the plugin paints. Pointer
 * and keyboard never reach the frames: they are `inert`, and their code has no document that could take the focus. Names, controls and
 * plugins' windows lie above.
 */
export function OverlayLayer({ store }: { store: PluginStore }) {
  const frames = store.overlays.shown.value;
  if (frames.length === 0) return null;
  return (
    <div class="overlay-layer" inert aria-hidden="true">
      {frames.map((frame) => (
        <Overlay key={frame.key} store={store} frame={frame} />
      ))}
    </div>
  );
}

function Overlay({ store, frame }: { store: PluginStore; frame: OpenFrame }) {
  const { word, starts } = store.overlays.stateOf(frame);
  const place = useFrame(store, frame, starts.value, (now) => (word.value = now));
  // Until the frame knows the page's colours it could be a white sheet over everybody.
  return <div class="overlay-layer__place" ref={place} data-ready={word.value === "ready"} />;
}
