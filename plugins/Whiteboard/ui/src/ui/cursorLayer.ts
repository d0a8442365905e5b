import { personColor } from "../draw/palette";
import type { View } from "../geometry/view";
import type { Cursors, RemoteCursor } from "../sync/cursors";
import { drawing, element } from "./element";

const CATCH_UP = 0.45;
const CLOSE_ENOUGH = 0.05;

interface Shown {
  readonly element: HTMLElement;
  readonly label: HTMLElement;
  x: number;
  y: number;
}

/** The others' pointers, gliding from message to message. */
export class CursorLayer {
  readonly element = element("div", { class: "cursors", "aria-hidden": "true" });
  readonly #shown = new Map<string, Shown>();
  #framePending = false;

  constructor(
    private readonly cursors: Cursors,
    private readonly view: View,
    private readonly nameOf: (id: string) => string,
  ) {
    cursors.onChange(() => this.#ask());
    view.onChange(() => this.#ask());
  }

  #ask(): void {
    if (this.#framePending) return;
    this.#framePending = true;
    requestAnimationFrame(() => this.#frame());
  }

  #frame(): void {
    this.#framePending = false;
    const all = this.cursors.all;
    for (const [id, shown] of this.#shown) {
      if (all.some((cursor) => cursor.id === id)) continue;
      shown.element.remove();
      this.#shown.delete(id);
    }
    const moving = all.map((cursor) => this.#glide(cursor));
    if (moving.includes(true)) this.#ask();
  }

  #glide(cursor: RemoteCursor): boolean {
    const shown = this.#shown.get(cursor.id) ?? this.#add(cursor);
    const [dx, dy] = [cursor.x - shown.x, cursor.y - shown.y];
    const moving = Math.hypot(dx, dy) * this.view.zoom > CLOSE_ENOUGH;
    shown.x += moving ? dx * CATCH_UP : dx;
    shown.y += moving ? dy * CATCH_UP : dy;
    const at = this.view.toScreen(shown);
    shown.element.style.transform = `translate(${at.x}px, ${at.y}px)`;
    const name = this.nameOf(cursor.id);
    if (shown.label.textContent !== name) shown.label.textContent = name;
    return moving;
  }

  #add(cursor: RemoteCursor): Shown {
    const label = element("span", { class: "cursor-name" });
    const arrow = drawing("svg", { viewBox: "0 0 20 20", class: "cursor-arrow" }, drawing("path", { d: "M3 2l4.6 14 2.5-5.8L16 7.6z" }));
    const made = element("div", { class: "cursor" }, arrow, label);
    made.style.setProperty("--person", personColor(cursor.id));
    this.element.append(made);
    const shown = { element: made, label, x: cursor.x, y: cursor.y };
    this.#shown.set(cursor.id, shown);
    return shown;
  }
}
