import { element } from "./element";
import { icon, type Icon } from "./icons";

export interface ButtonOptions {
  readonly icon: Icon;
  readonly label: string;
  /** As shown in the tooltip, e.g. "Ctrl+Z". */
  readonly keys?: string;
  readonly onClick: () => void;
}

/** A button with an icon, an accessible name, and a tooltip that names its key. */
export function iconButton({ icon: name, label, keys, onClick }: ButtonOptions): HTMLButtonElement {
  const attributes = { type: "button", class: "button", "aria-label": label, "data-tip": keys ? `${label}  ${keys}` : label };
  const button = element("button", keys ? { ...attributes, "aria-keyshortcuts": ariaKeys(keys) } : attributes, icon(name));
  button.addEventListener("click", onClick);
  return button;
}

export function press(button: HTMLElement, on: boolean): void {
  button.setAttribute("aria-pressed", String(on));
}

/** A toolbar as WAI-ARIA describes it: one stop for Tab, arrow keys inside. */
export function toolbar(label: string, className: string, vertical: boolean, ...children: Node[]): HTMLDivElement {
  const bar = element("div", { class: `island ${className}`, role: "toolbar", "aria-label": label, "aria-orientation": vertical ? "vertical" : "horizontal" }, ...children);
  bar.addEventListener("keydown", (event) => {
    const by = event.key === "ArrowRight" || event.key === "ArrowDown" ? 1 : event.key === "ArrowLeft" || event.key === "ArrowUp" ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const stops = reachable(bar);
    stops.at((stops.indexOf(document.activeElement as HTMLButtonElement) + by) % stops.length)?.focus();
  });
  bar.addEventListener("focusin", () => rove(bar, document.activeElement));
  rove(bar, null);
  return bar;
}

function rove(bar: HTMLElement, current: Element | null): void {
  const all = [...bar.querySelectorAll("button")];
  const stop = all.find((button) => button === current) ?? all[0];
  for (const button of all) button.tabIndex = button === stop ? 0 : -1;
}

function reachable(bar: HTMLElement): HTMLButtonElement[] {
  return [...bar.querySelectorAll("button")].filter((button) => !button.disabled && button.offsetParent !== null);
}

function ariaKeys(keys: string): string {
  return keys.replace("Ctrl", "Control");
}

/** Closes on Escape and on a press elsewhere. */
export function dismissable(open: () => boolean, inside: HTMLElement, close: () => void): void {
  document.addEventListener("pointerdown", (event) => open() && !inside.contains(event.target as Node) && close(), true);
  inside.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !open()) return;
    event.stopPropagation();
    close();
    inside.querySelector("button")?.focus();
  });
}
