import { COLORS } from "../document/shape";
import type { ToolName } from "../tools/style";
import type { Workspace } from "../workspace";
import type { Pointers } from "./pointers";

export const TOOL_KEYS: Readonly<Record<ToolName, string>> = {
  select: "V", hand: "H", pen: "P", marker: "M", eraser: "E", rectangle: "R", ellipse: "O", line: "L", arrow: "A", text: "T", note: "N",
};

export interface Commands {
  undo(): void;
  redo(): void;
  fit(): void;
  zoom(factor: number): void;
  actualSize(): void;
  color(index: number): void;
  thicker(by: number): void;
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Every tool and command by keyboard, except while somebody types. */
export class Keyboard {
  constructor(
    private readonly work: Workspace,
    private readonly pointers: Pointers,
    private readonly commands: Commands,
  ) {
    window.addEventListener("keydown", (event) => {
      if (!typing(event) && this.#press(event)) event.preventDefault();
    });
    window.addEventListener("keyup", (event) => event.key === " " && this.#pan(false));
    window.addEventListener("blur", () => this.#pan(false));
  }

  #press(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.metaKey) return this.#command(event);
    if (event.altKey) return false;
    if (event.key === " ") return !onControl(event) && this.#pan(true);
    if (event.key === "Escape") return this.#escape();
    if (event.shiftKey && event.code === "Digit1") return done(this.commands.fit());
    return this.work.editable.value && (this.#chooseTool(event) || this.#changeSelection(event) || this.#chooseStyle(event));
  }

  #command(event: KeyboardEvent): boolean {
    const key = event.key.toLowerCase();
    if (key === "=" || key === "+") return done(this.commands.zoom(1.25));
    if (key === "-") return done(this.commands.zoom(0.8));
    if (key === "0") return done(this.commands.actualSize());
    if (!this.work.editable.value || this.pointers.busy) return false;
    if (key === "z") return done(event.shiftKey ? this.commands.redo() : this.commands.undo());
    if (key === "y") return done(this.commands.redo());
    if (key === "a") return done(this.work.selectAll());
    if (key === "d") return done(this.work.duplicate());
    if (key === "c") return done(this.work.copy());
    if (key === "x") return done((this.work.copy(), this.work.remove()));
    return key === "v" && done(this.work.paste());
  }

  #chooseTool(event: KeyboardEvent): boolean {
    if (event.shiftKey) return false;
    const tool = (Object.keys(TOOL_KEYS) as ToolName[]).find((name) => TOOL_KEYS[name].toLowerCase() === event.key.toLowerCase());
    return tool !== undefined && done(this.work.take(tool));
  }

  #changeSelection(event: KeyboardEvent): boolean {
    if (this.work.selected.value.size === 0 || onControl(event)) return false;
    if (event.key === "Delete" || event.key === "Backspace") return done(this.work.remove());
    const [only] = this.work.selectedShapes;
    if (event.key === "Enter" && only && this.work.board.text(only.id)) return done((this.work.editing.value = only.id));
    const way = ARROWS[event.key];
    if (!way) return false;
    if (!event.repeat) this.work.board.step();
    const far = event.shiftKey ? 20 : 2;
    return done(this.work.nudge(way[0] * far, way[1] * far));
  }

  #chooseStyle(event: KeyboardEvent): boolean {
    const index = Number(event.key) - 1;
    if (Number.isInteger(index) && index >= 0 && index < COLORS.length) return done(this.commands.color(index));
    if (event.key === "[") return done(this.commands.thicker(-1));
    return event.key === "]" && done(this.commands.thicker(1));
  }

  #escape(): boolean {
    this.pointers.cancel();
    this.work.rest();
    return true;
  }

  #pan(on: boolean): boolean {
    this.pointers.panning = on;
    this.pointers.showCursor();
    return true;
  }
}

function typing(event: KeyboardEvent): boolean {
  return event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement;
}

/** Space and arrows belong to a button that has the focus. */
function onControl(event: KeyboardEvent): boolean {
  return event.target instanceof HTMLButtonElement;
}

function done(_: unknown): true {
  return true;
}
