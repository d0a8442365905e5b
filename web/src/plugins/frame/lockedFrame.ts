import { allowNothing } from "./features";

/** A frame that has everything that confines it before it has an address; docs/plugin-ui.md says what each is for. */
export function lockedFrame(title: string): HTMLIFrameElement {
  const element = document.createElement("iframe");
  element.title = title;
  element.setAttribute("sandbox", "allow-scripts");
  element.setAttribute("referrerpolicy", "no-referrer");
  element.setAttribute("credentialless", "");
  element.setAttribute("allow", allowNothing);
  return element;
}
