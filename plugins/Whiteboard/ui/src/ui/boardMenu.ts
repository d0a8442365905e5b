import { dismissable, iconButton } from "./controls";
import { element } from "./element";
import { icon, type Icon } from "./icons";

export interface MenuItem {
  readonly icon: Icon;
  readonly label: string;
  readonly run: () => void;
  readonly enabled: () => boolean;
}

/** A menu button (WAI-ARIA): arrow keys move, Escape closes, the focus comes back. */
export function boardMenu(items: readonly MenuItem[]): HTMLElement {
  const entries = items.map((item) => {
    const entry = element("button", { type: "button", role: "menuitem", class: "menu-item", tabindex: "-1" }, icon(item.icon), item.label);
    entry.addEventListener("click", () => {
      show(false);
      item.run();
    });
    return { entry, item };
  });
  const list = element("div", { class: "menu-list", role: "menu", "aria-label": "Board" }, ...entries.map(({ entry }) => entry));
  const opener = iconButton({ icon: "more", label: "Board menu", onClick: () => show(list.hidden === true) });
  opener.setAttribute("aria-haspopup", "menu");
  const holder = element("div", { class: "menu" }, element("div", { class: "island" }, opener), list);
  const show = (open: boolean): void => {
    list.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
    for (const { entry, item } of entries) entry.disabled = !item.enabled();
    if (open) entries.find(({ entry }) => !entry.disabled)?.entry.focus();
  };
  show(false);
  dismissable(() => !list.hidden, holder, () => show(false));
  list.addEventListener("keydown", (event) => moveFocus(event, entries.map(({ entry }) => entry)));
  return holder;
}

function moveFocus(event: KeyboardEvent, entries: readonly HTMLButtonElement[]): void {
  const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (by === 0) return;
  event.preventDefault();
  const enabled = entries.filter((entry) => !entry.disabled);
  enabled.at((enabled.indexOf(document.activeElement as HTMLButtonElement) + by) % enabled.length)?.focus();
}
