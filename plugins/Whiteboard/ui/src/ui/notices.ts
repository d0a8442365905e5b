import { element } from "./element";

const SHOWN_MS = 6_000;

/** What people need to know: lasting ones while they hold, passing ones for a few seconds. Read out by screen readers. */
export class Notices {
  readonly element = element("div", { class: "notices", role: "status", "aria-live": "polite" });
  readonly #lasting = new Map<string, HTMLElement>();
  readonly #passing = new Map<string, ReturnType<typeof setTimeout>>();

  hold(key: string, text: string | null): void {
    this.#lasting.get(key)?.remove();
    this.#lasting.delete(key);
    if (text === null) return;
    const notice = element("p", { class: "notice" }, text);
    this.#lasting.set(key, notice);
    this.element.append(notice);
  }

  /** The same text twice in a row is shown once. */
  pass(text: string): void {
    if (this.#passing.has(text)) return;
    const notice = element("p", { class: "notice passing" }, text);
    this.element.append(notice);
    this.#passing.set(text, setTimeout(() => {
      notice.remove();
      this.#passing.delete(text);
    }, SHOWN_MS));
  }
}
