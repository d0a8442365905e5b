import { computed, signal } from "@preact/signals";
import type { PluginUiView } from "../../signaling/protocol";
import { lockedFrame } from "./lockedFrame";

/**
 * Whether this browser obeys `Connection-Allowlist`, which keeps a frame from calling another address by itself: `closed` when it was
 * seen to, `open` when it was seen not to, `unknown` when it could not be tried.
 */
export type Seal = "closed" | "open" | "unknown";

// From when the frame has loaded: until then a busy machine may take long, and an answer that is not waited for frightens people.
const patience = { loading: 20_000, answering: 5_000 };
const answer = /^pluginroom:probe:(reached|stopped)$/;

/** Null until it was tried. What was found holds for the life of this page. */
export const seal = signal<Seal | null>(null);

const accepted = signal<ReadonlySet<string>>(new Set());
let started = false;

/** Tries it, once, where the plugin's frames come from. Call when a plugin with a window is in the room, so that others pay nothing. */
export function trySeal(frameUrl: string): void {
  if (started) return;
  started = true;
  const from = new URL("/plugins/probe/", new URL(frameUrl, location.href));
  void Promise.all(["sealed", "open"].map((name) => look(new URL(name, from)))).then((found) => (seal.value = judgeSeal(found[0]!, found[1]!)));
}

/** Only when the frame without the header gets through does it mean something that the one with it does not. */
export function judgeSeal(withHeader: string | null, without: string | null): Seal {
  if (withHeader === "reached") return "open";
  return withHeader === "stopped" && without === "reached" ? "closed" : "unknown";
}

/** What has to be said before a window is shown: nothing, or that it is not closed here. Without a document nothing can navigate. */
export const needsWarning = (pluginId: string, ui: Pick<PluginUiView, "mode">) =>
  computed(() => ui.mode !== "worker" && seal.value !== "closed" && !accepted.value.has(pluginId));

/** The person was told and opens this plugin's windows all the same, as long as this page lives. */
export const acceptOpen = (pluginId: string): void => void (accepted.value = new Set(accepted.peek()).add(pluginId));

async function look(url: URL): Promise<string | null> {
  const element = lockedFrame("Test of this browser");
  element.hidden = true;
  const stop = new AbortController();
  const said = new Promise<string | null>((resolve) => {
    const heard = (event: MessageEvent<unknown>) => {
      if (event.source !== element.contentWindow || element.contentWindow === null || typeof event.data !== "string") return;
      const word = answer.exec(event.data)?.[1];
      if (word) resolve(word);
    };
    window.addEventListener("message", heard, { signal: stop.signal });
    const giveUp = () => resolve(null);
    setTimeout(giveUp, patience.loading);
    element.addEventListener("load", () => setTimeout(giveUp, patience.answering), { once: true });
  });
  element.src = url.href;
  document.body.append(element);
  const word = await said;
  stop.abort();
  element.remove();
  return word;
}
