import { BACKGROUND, type Theme } from "../draw/palette";
import { fileStamp, saveBoard } from "../export/save";
import type { Commands } from "../input/keyboard";
import type { Workspace } from "../workspace";
import { boardMenu } from "./boardMenu";
import type { CursorLayer } from "./cursorLayer";
import { element } from "./element";
import type { Notices } from "./notices";
import { StyleBar } from "./styleBar";
import { TextField } from "./textField";
import { toolBar } from "./toolBar";
import { viewBar } from "./viewBar";

/** Lays the page out: the board over everything, the bars floating above it. */
export class Page {
  readonly style: StyleBar;
  readonly #root = element("div", { class: "app" });

  constructor(
    private readonly work: Workspace,
    commands: Commands,
    cursors: CursorLayer,
    private readonly notices: Notices,
  ) {
    this.style = new StyleBar(work);
    const { surface } = work;
    surface.element.tabIndex = 0;
    surface.element.setAttribute("role", "application");
    surface.element.setAttribute("aria-roledescription", "whiteboard");
    const bars = element("div", { class: "bars" }, toolBar(work), this.style.element);
    this.#root.append(surface.element, cursors.element, new TextField(work).element, this.#emptyHint(), bars, viewBar(work, commands), this.#menu(commands), notices.element);
    document.body.append(this.#root);
    work.editable.watch((editable) => (this.#root.dataset["editable"] = String(editable)));
    work.board.scene.onChange(() => this.#describe());
    work.view.onChange(() => this.#moveGrid());
    this.#describe();
    window.addEventListener("keydown", (event) => event.key === "Tab" && (this.#root.dataset["tabbing"] = "true"), true);
    window.addEventListener("pointerdown", () => (this.#root.dataset["tabbing"] = "false"), true);
  }

  set theme(theme: Theme) {
    document.documentElement.dataset["theme"] = theme;
    document.documentElement.style.background = BACKGROUND[theme];
    this.work.surface.theme = theme;
    this.style.show();
  }

  #emptyHint(): HTMLElement {
    const hint = element("p", { class: "hint" });
    const show = (): void => {
      hint.hidden = this.work.board.scene.count > 0;
      hint.textContent = this.work.editable.value ? "Draw anywhere. Everyone here sees it as you draw." : "Nothing is drawn yet.";
    };
    this.work.board.scene.onChange(show);
    this.work.editable.watch(show);
    return hint;
  }

  #menu(commands: Commands): HTMLElement {
    const { board } = this.work;
    const some = (): boolean => board.scene.count > 0;
    const save = (format: "png" | "svg") => (): void => void saveBoard(this.work, format, fileStamp(new Date())).catch((error: unknown) => this.notices.pass(`The picture was not saved: ${(error as Error).message}`));
    return boardMenu([
      { icon: "save", label: "Save as PNG", run: save("png"), enabled: some },
      { icon: "save", label: "Save as SVG", run: save("svg"), enabled: some },
      { icon: "fit", label: "Show everything", run: commands.fit, enabled: some },
      { icon: "trash", label: "Clear the board", run: () => this.#clear(), enabled: () => some() && this.work.editable.value },
    ]);
  }

  #clear(): void {
    this.work.board.step();
    this.work.board.remove(this.work.board.scene.ordered().map((shape) => shape.id));
    this.notices.pass("The board was cleared. Undo brings it back.");
  }

  #describe(): void {
    const count = this.work.board.scene.count;
    this.work.surface.element.setAttribute("aria-label", count === 1 ? "Whiteboard, 1 item" : `Whiteboard, ${count} items`);
  }

  /** The dots move with the board and keep a comfortable distance at every zoom. */
  #moveGrid(): void {
    const { view, surface } = this.work;
    let step = 24 * view.zoom;
    while (step < 18) step *= 2;
    while (step > 72) step /= 2;
    surface.element.style.backgroundSize = `${step}px ${step}px`;
    surface.element.style.backgroundPosition = `${-view.x * view.zoom}px ${-view.y * view.zoom}px`;
  }
}
