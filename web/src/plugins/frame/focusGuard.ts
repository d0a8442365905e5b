// A frame can pull the keyboard focus to itself; what is typed next would go to the plugin. The page cannot see events inside a
// frame, so it judges by what happened here just before.

const typing = 700;
const tabbing = 300;

interface Trail {
  typedAt: number;
  tabbedAt: number;
  touch: boolean;
  active: HTMLElement | null;
}

/** Whether the person can have moved the focus into the frame: by Tab, by a click where the mouse is, or by touch. */
export function isOwnDoing(trail: Readonly<Trail>, now: number, hovered: boolean): boolean {
  if (now - trail.tabbedAt < tabbing) return true;
  if (now - trail.typedAt < typing) return false;
  return hovered || trail.touch;
}

/** Guards all plugin frames of the page until the returned function is called. */
export function guardFocus(isPluginFrame: (element: Element) => boolean): () => void {
  const trail: Trail = { typedAt: -Infinity, tabbedAt: -Infinity, touch: false, active: null };
  const stop = new AbortController();
  const { signal } = stop;
  const listen = <K extends keyof WindowEventMap>(type: K, listener: (event: WindowEventMap[K]) => void) =>
    window.addEventListener(type, listener, { capture: true, passive: true, signal });

  listen("keydown", (event) => (event.key === "Tab" ? (trail.tabbedAt = event.timeStamp) : (trail.typedAt = event.timeStamp)));
  listen("pointerdown", (event) => (trail.touch = event.pointerType !== "mouse"));
  listen("focusin", ({ target }) => {
    if (target instanceof HTMLElement && !isPluginFrame(target)) trail.active = target;
  });
  listen("blur", (event) => {
    const frame = document.activeElement;
    if (event.target !== window || !frame || !isPluginFrame(frame)) return;
    if (isOwnDoing(trail, event.timeStamp, frame.matches(":hover"))) return;
    (frame as HTMLElement).blur();
    window.focus();
    trail.active?.focus();
  });
  return () => stop.abort();
}
