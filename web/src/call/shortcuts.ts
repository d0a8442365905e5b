import type { CallModel } from "./callModel";

export interface Shortcut {
  readonly key: string;
  readonly does: string;
  readonly run: (model: CallModel) => void;
}

export const shortcuts: readonly Shortcut[] = [
  { key: "M", does: "Mute or unmute", run: ({ session: { local } }) => void local.setMuted(local.microphone.peek() !== null && !local.muted.peek()) },
  { key: "V", does: "Turn the camera off or on", run: ({ session: { local } }) => void local.setCamera(local.cameraDevice.peek() === null) },
  { key: "S", does: "Share your screen or stop", run: (model) => void (model.canShareScreen && model.toggleScreen()) },
  { key: "R", does: "Open or close the reactions", run: (model) => model.showReactions(!model.reacting.peek()) },
  { key: "C", does: "Open or close the chat", run: (model) => model.toggle("chat") },
  { key: "P", does: "Open or close the plugins", run: (model) => model.toggle("plugins") },
];

/** Single keys work only while nothing is being typed and no dialogue is open (WCAG 2.1.4). */
export function listenForShortcuts(model: CallModel): () => void {
  const pressed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return;
    if (takesKeys(event.target) || document.querySelector("dialog[open]")) return;
    const shortcut = shortcuts.find((each) => each.key === event.key.toUpperCase());
    if (!shortcut) return;
    event.preventDefault();
    shortcut.run(model);
  };
  addEventListener("keydown", pressed);
  return () => removeEventListener("keydown", pressed);
}

const takesKeys = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT", "IFRAME"].includes(target.tagName));
