import { COLORS, type Color, type Kind } from "../document/shape";
import { colorName, lineColor, paperColor, type Theme } from "../draw/palette";
import { canFill, hasLetters, kindOf, LETTER_NAMES, LEVELS, LEVEL_NAMES, levelOf, sizeOf, type DrawStyle, type Level } from "../tools/style";
import type { Workspace } from "../workspace";
import { dismissable, iconButton, press, toolbar } from "./controls";
import { element } from "./element";

/** Colour, width and fill: of what is selected, else of what the tool in hand will draw. */
export class StyleBar {
  readonly element: HTMLElement;
  readonly #opener = element("button", { type: "button", class: "button style-opener", "aria-label": "Colour and width", "aria-haspopup": "true" }, element("span", { class: "dot" }));
  readonly #bar: HTMLElement;
  readonly #swatches = new Map<Color, HTMLButtonElement>();
  readonly #levels = new Map<Level, HTMLButtonElement>();
  readonly #fill: HTMLButtonElement;
  readonly #levelGroup: HTMLElement;
  readonly #selectionGroup: HTMLElement;

  constructor(private readonly work: Workspace) {
    this.#fill = iconButton({ icon: "filled", label: "Fill", onClick: () => this.#change({ filled: !this.#shown().filled }) });
    this.#levelGroup = element("div", { class: "levels", role: "group" }, ...LEVELS.map((level) => this.#levelButton(level)), this.#fill);
    this.#selectionGroup = this.#actions();
    const colors = element("div", { class: "colors", role: "group", "aria-label": "Colour" }, ...COLORS.map((color) => this.#swatch(color)));
    this.#bar = toolbar("Colour and width", "style", true, colors, this.#levelGroup, this.#selectionGroup);
    this.element = element("div", { class: "style-holder" }, this.#opener, this.#bar);
    this.#opener.addEventListener("click", () => this.#open(this.element.dataset["open"] !== "true"));
    dismissable(() => this.element.dataset["open"] === "true", this.element, () => this.#open(false));
    this.#open(false);
    work.tool.watch(() => this.show());
    work.selected.watch(() => this.show());
    work.board.scene.onChange((changes) => changes.some((change) => change.after && work.selected.value.has(change.after.id)) && this.show());
  }

  color(index: number): void {
    const color = COLORS[index];
    if (color) this.#change({ color });
  }

  thicker(by: number): void {
    this.#change({ level: Math.max(0, Math.min(LEVELS.length - 1, this.#shown().level + by)) as Level });
  }

  show(): void {
    const { theme } = this.work.surface;
    const kinds = this.#kinds();
    const shown = this.#shown();
    this.element.hidden = kinds.length === 0;
    const paper = kinds.length > 0 && kinds.every((kind) => kind === "note");
    for (const [color, button] of this.#swatches) showSwatch(button, color, theme, paper, color === shown.color);
    const letters = kinds.length > 0 && kinds.every(hasLetters);
    this.#levelGroup.setAttribute("aria-label", letters ? "Letter size" : "Width");
    this.#levelGroup.dataset["letters"] = String(letters);
    for (const [level, button] of this.#levels) showLevel(button, level, letters, level === shown.level);
    this.#fill.hidden = !kinds.some(canFill);
    press(this.#fill, shown.filled);
    this.#selectionGroup.hidden = this.work.selected.value.size === 0;
    this.#opener.style.setProperty("--swatch", (paper ? paperColor : lineColor)(shown.color, theme));
  }

  #kinds(): Kind[] {
    const own = kindOf(this.work.tool.value);
    return own ? [own] : this.work.selectedShapes.map((shape) => shape.kind);
  }

  #shown(): DrawStyle {
    const [first] = this.work.selectedShapes;
    if (!first || kindOf(this.work.tool.value)) return this.work.style;
    return { color: first.color, level: levelOf(first.kind, first.size), filled: first.filled };
  }

  #change(change: Partial<DrawStyle>): void {
    const shapes = this.work.selectedShapes;
    if (kindOf(this.work.tool.value)) this.work.style = { ...this.work.style, ...change };
    else if (shapes.length > 0) this.#restyle(change);
    this.show();
  }

  #restyle({ color, level, filled }: Partial<DrawStyle>): void {
    const { board } = this.work;
    board.step();
    for (const shape of this.work.selectedShapes) {
      board.restyle([shape.id], {
        ...(color !== undefined ? { color } : {}),
        ...(level !== undefined ? { size: sizeOf(shape.kind, level) } : {}),
        ...(filled !== undefined && canFill(shape.kind) ? { filled } : {}),
      });
    }
  }

  #swatch(color: Color): HTMLButtonElement {
    const button = element("button", { type: "button", class: "swatch" });
    button.addEventListener("click", () => this.#change({ color }));
    this.#swatches.set(color, button);
    return button;
  }

  #levelButton(level: Level): HTMLButtonElement {
    const button = element("button", { type: "button", class: "button level" }, element("span", { class: `stroke stroke-${level}` }));
    button.addEventListener("click", () => this.#change({ level }));
    this.#levels.set(level, button);
    return button;
  }

  #actions(): HTMLElement {
    const { board, selected } = this.work;
    const reorder = (to: "front" | "back") => (): void => {
      board.step();
      board.reorder(selected.value, to);
    };
    return element(
      "div", { class: "actions", role: "group", "aria-label": "Selection" },
      iconButton({ icon: "duplicate", label: "Duplicate", keys: "Ctrl+D", onClick: () => this.work.duplicate() }),
      iconButton({ icon: "front", label: "Bring to front", onClick: reorder("front") }),
      iconButton({ icon: "back", label: "Send to back", onClick: reorder("back") }),
      iconButton({ icon: "trash", label: "Delete", keys: "Delete", onClick: () => this.work.remove() }),
    );
  }

  #open(open: boolean): void {
    this.element.dataset["open"] = String(open);
    this.#opener.setAttribute("aria-expanded", String(open));
  }
}

function showSwatch(button: HTMLButtonElement, color: Color, theme: Theme, paper: boolean, on: boolean): void {
  button.style.setProperty("--swatch", paper ? paperColor(color, theme) : lineColor(color, theme));
  const name = colorName(color, theme);
  button.setAttribute("aria-label", name);
  button.setAttribute("data-tip", `${name}  ${COLORS.indexOf(color) + 1}`);
  press(button, on);
}

function showLevel(button: HTMLButtonElement, level: Level, letters: boolean, on: boolean): void {
  const name = (letters ? LETTER_NAMES : LEVEL_NAMES)[level];
  button.setAttribute("aria-label", name);
  button.setAttribute("data-tip", name);
  button.firstElementChild!.textContent = letters ? "A" : "";
  press(button, on);
}
