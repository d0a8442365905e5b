import type { OpenFrame, PluginStore } from "../pluginStore";
import { sawFocus, sawTouch } from "./focusGuard";
import { FrameLine, type FrameEnd } from "./frameLine";
import { lockedFrame } from "./lockedFrame";
import type { ToFrame } from "./protocol";

export type FrameTrouble = FrameEnd | "silent";

const startTimeout = 10_000;

const className = "plugin-frame__window";

/** Selects every plugin's frame in the page. */
export const pluginFrames = `.${className}`;

/** Puts the frame into `place` and connects it. The returned function takes both away again. */
export function mountFrame(place: HTMLElement, store: PluginStore, frame: OpenFrame, tell: (state: "ready" | FrameTrouble) => void): () => void {
  const { plugin, ui } = frame;
  const element = lockedFrame(`${ui.title}, plugin`);
  element.className = className;
  const runtime = store.runtime(plugin.id);
  const send = (message: ToFrame) => line.send(message);
  const timer = setTimeout(() => end("silent"), startTimeout);
  const line = new FrameLine(element, {
    state: () => runtime.state,
    isInSight: () => isInSight(element),
    ready: () => {
      clearTimeout(timer);
      tell("ready");
    },
    touched: sawTouch,
    focused: sawFocus,
    message: (message) => runtime.fromFrame(send, message),
    ended: (reason) => end(reason),
  });

  const remove = () => {
    clearTimeout(timer);
    line.close();
    runtime.detach(send);
    element.remove();
    store.release(plugin.id);
  };
  const end = (reason: FrameTrouble) => {
    remove();
    tell(reason);
  };

  element.addEventListener("load", () => line.loaded());
  runtime.attach(send);
  element.src = ui.url;
  place.append(element);
  return remove;
}

// Browsers may let code rest in what is hidden or scrolled away, and then its silence means nothing.
function isInSight(element: HTMLElement): boolean {
  if (document.visibilityState !== "visible" || !element.checkVisibility()) return false;
  const { top, bottom, left, right } = element.getBoundingClientRect();
  return bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
}
