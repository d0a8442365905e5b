import type { OpenFrame, PluginStore } from "../pluginStore";
import { allowNothing } from "./features";
import { sawTouch } from "./focusGuard";
import { FrameLine, type FrameEnd } from "./frameLine";
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
  const runtime = store.runtime(plugin.id);
  const send = (message: ToFrame) => line.send(message);
  const timer = setTimeout(() => end("silent"), startTimeout);
  const line = new FrameLine(element, {
    state: () => runtime.state,
    ready: () => {
      clearTimeout(timer);
      tell("ready");
    },
    touched: sawTouch,
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

  runtime.attach(send);
  element.src = ui.url;
  place.append(element);
  return remove;
}

// Everything that confines it stands here before the address does; docs/plugin-ui.md says what each is for.
function lockedFrame(title: string): HTMLIFrameElement {
  const element = document.createElement("iframe");
  element.className = className;
  element.title = title;
  element.setAttribute("sandbox", "allow-scripts");
  element.setAttribute("referrerpolicy", "no-referrer");
  element.setAttribute("credentialless", "");
  element.setAttribute("allow", allowNothing);
  return element;
}
