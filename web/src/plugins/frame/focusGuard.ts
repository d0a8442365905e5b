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

/** Guards the frames that the selector names until the returned function is called. */
export function guardFocus(frames: string): () => void {
  const trail: Trail = { typedAt: -Infinity, tabbedAt: -Infinity, touch: false, active: null };
  const isPluginFrame = (element: Element | null) => element?.matches(frames) ?? false;
  const isHovered = () => document.querySelector(`${frames}:hover`) !== null;
  // Chromium leaves the page's own element active when a frame took the focus by script; then only the blur tells. Another window
  // or tab takes the focus from the whole document.
  const isInFrame = () => isPluginFrame(document.activeElement) || document.hasFocus();
  const stop = new AbortController();
  const { signal } = stop;
  const listen = <K extends keyof WindowEventMap>(type: K, listener: (event: WindowEventMap[K]) => void) =>
    window.addEventListener(type, listener, { capture: true, passive: true, signal });

  listen("keydown", (event) => (event.key === "Tab" ? (trail.tabbedAt = event.timeStamp) : (trail.typedAt = event.timeStamp)));
  listen("pointerdown", (event) => (trail.touch = event.pointerType !== "mouse"));
  listen("focusin", ({ target }) => {
    if (target instanceof HTMLElement && !isPluginFrame(target)) trail.active = target;
  });
  // The window loses the focus before the document knows where it went.
  listen("blur", ({ target, timeStamp }) => target === window && setTimeout(() => giveBack(timeStamp)));
  const giveBack = (at: number) => {
    if (!isInFrame() || isOwnDoing(trail, at, isHovered())) return;
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    window.focus();
    trail.active?.focus();
  };
  return () => stop.abort();
}
