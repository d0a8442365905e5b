// A frame can pull the keyboard focus to itself; what is typed next would go to the plugin. The page cannot see events inside a
// frame, so it judges by what happened here just before, and by what the boot script says of clicks.

const typing = 700;
const tabbing = 300;
const touching = 700;

/** How long word of a click may take to get here after the focus has gone. */
const patience = 120;

interface Trail {
  typedAt: number;
  tabbedAt: number;
  touchedAt: number;
  active: HTMLElement | null;
}

const trail: Trail = { typedAt: -Infinity, tabbedAt: -Infinity, touchedAt: -Infinity, active: null };

/** Call when a frame's boot script says that the person clicked or touched in it. */
export const sawTouch = (): void => void (trail.touchedAt = performance.now());

/** How far apart the page's word of a theft and the frame's of its focus may be. */
const together = 500;

let stolenAt = -Infinity;
let focused = { at: -Infinity, stolen: () => {} };

/** Call when a frame's boot script says that it has the focus; `stolen` is called if that was not the person's doing. */
export function sawFocus(stolen: () => void): void {
  focused = { at: performance.now(), stolen };
  tellThief();
}

// In Chromium the page does not see which frame has the focus, so the frame that says so at the same time is the one.
function tellThief() {
  if (Math.abs(stolenAt - focused.at) >= together) return;
  const { stolen } = focused;
  stolenAt = focused.at = -Infinity;
  stolen();
}

export type Verdict = "own" | "stolen" | "unclear";

/** Whether the person moved the focus into the frame, by Tab or by a click; `unclear` where word of a click may be on its way. */
export function judge({ typedAt, tabbedAt, touchedAt }: Omit<Trail, "active">, blurredAt: number, now: number): Verdict {
  if (blurredAt - tabbedAt < tabbing || Math.abs(blurredAt - touchedAt) < touching) return "own";
  return blurredAt - typedAt < typing || now - blurredAt >= patience ? "stolen" : "unclear";
}

/** Guards the frames that the selector names until the returned function is called. */
export function guardFocus(frames: string): () => void {
  const isPluginFrame = (element: Element | null) => element?.matches(frames) ?? false;
  // Chromium leaves the page's own element active when a frame took the focus by script; then only the blur tells. Another window
  // or tab takes the focus from the whole document.
  const isInFrame = () => isPluginFrame(document.activeElement) || document.hasFocus();
  const stop = new AbortController();
  const listen = <K extends keyof WindowEventMap>(type: K, listener: (event: WindowEventMap[K]) => void) =>
    window.addEventListener(type, listener, { capture: true, passive: true, signal: stop.signal });

  let blurredAt: number | null = null;
  const look = () => {
    if (blurredAt === null || !isInFrame()) return;
    const verdict = judge(trail, blurredAt, performance.now());
    if (verdict === "unclear") setTimeout(look, patience);
    if (verdict !== "stolen") return;
    giveBack(trail.active);
    stolenAt = performance.now();
    tellThief();
  };

  listen("keydown", ({ key, timeStamp }) => (key === "Tab" ? (trail.tabbedAt = timeStamp) : (trail.typedAt = timeStamp)));
  listen("focusin", ({ target }) => {
    if (target instanceof HTMLElement && !isPluginFrame(target)) trail.active = target;
  });
  listen("focus", ({ target }) => target === window && (blurredAt = null));
  // The window loses the focus before the document knows where it went.
  listen("blur", ({ target, timeStamp }) => {
    if (target !== window || document.querySelector(frames) === null) return;
    blurredAt = timeStamp;
    setTimeout(look);
  });
  return () => stop.abort();
}

function giveBack(active: HTMLElement | null) {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  window.focus();
  active?.focus();
}
