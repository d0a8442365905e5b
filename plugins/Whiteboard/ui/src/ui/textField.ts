import type * as Y from "yjs";
import { MAX_TEXT, type Shape } from "../document/shape";
import { followCaret, writeText } from "../document/textEdit";
import { lineColor } from "../draw/palette";
import { FONT, layoutText, LINE_HEIGHT, NOTE_PADDING } from "../draw/textLayout";
import type { Workspace } from "../workspace";
import { element } from "./element";

const MARGIN = 24;

/** Edits a text or note where it stands; several people can type in the same one. */
export class TextField {
  readonly element = element("textarea", { class: "text-field", "aria-label": "Text", spellcheck: "true", rows: "1", wrap: "off", maxlength: String(MAX_TEXT) });
  #id: string | null = null;
  #text: Y.Text | null = null;
  readonly #foreign = (_: unknown, transaction: Y.Transaction): void => this.#follow(transaction);

  constructor(private readonly work: Workspace) {
    this.element.hidden = true;
    this.element.addEventListener("input", () => this.#typed());
    this.element.addEventListener("keydown", (event) => this.#key(event));
    this.element.addEventListener("blur", () => document.hasFocus() && (work.editing.value = null));
    work.view.onChange(() => this.#place());
    work.board.scene.onChange(() => this.#place());
    work.editing.watch((id) => this.#edit(id));
  }

  #edit(id: string | null): void {
    if (this.#id !== null) this.#close(this.#id);
    this.#id = id;
    this.#text = id === null ? null : this.work.board.text(id);
    this.element.hidden = this.#text === null;
    if (!this.#text) return;
    this.#text.observe(this.#foreign);
    this.element.value = this.#text.toString();
    this.#place();
    this.element.focus({ preventScroll: true });
    this.element.setSelectionRange(this.element.value.length, this.element.value.length);
  }

  /** A text without letters could never be found again. */
  #close(id: string): void {
    this.#text?.unobserve(this.#foreign);
    const shape = this.work.board.scene.get(id);
    if (shape?.kind === "text" && shape.text.trim() === "" && this.work.editable.value) this.work.board.remove([id]);
    this.work.surface.setPreview(new Map());
  }

  #typed(): void {
    const text = this.#text;
    if (!text) return;
    this.work.board.edit(() => writeText(text, this.element.value));
    this.#keepInSight();
  }

  /** Long lines push the view along. */
  #keepInSight(): void {
    const field = this.element.getBoundingClientRect();
    const over = { x: field.right + MARGIN - this.work.view.width, y: field.bottom + MARGIN - this.work.view.height };
    const atEnd = this.element.selectionEnd === this.element.value.length;
    if (atEnd && (over.x > 0 || over.y > 0)) this.work.view.pan(-Math.max(0, over.x), -Math.max(0, over.y));
  }

  #follow(transaction: Y.Transaction): void {
    if (!this.#text || this.element.value === this.#text.toString()) return;
    if (transaction.local && !this.work.board.isOwn(transaction.origin)) return;
    const [before, after] = [this.element.value, this.#text.toString()];
    const caret = followCaret(before, after, this.element.selectionStart);
    this.element.value = after;
    this.element.setSelectionRange(caret, caret);
    this.#place();
  }

  #key(event: KeyboardEvent): void {
    if (event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      this.work.editing.value = null;
      this.work.surface.element.focus({ preventScroll: true });
    }
    event.stopPropagation();
  }

  #place(): void {
    const shape = this.#id === null ? undefined : this.work.board.scene.get(this.#id);
    if (!shape) return;
    // The field shows the letters, the canvas the rest.
    this.work.surface.setPreview(new Map([[shape.id, { ...shape, text: "" }]]));
    const { style } = this.element;
    const { zoom } = this.work.view;
    const layout = layoutText(shape, this.work.surface.measure);
    const isNote = shape.kind === "note";
    const at = this.work.view.toScreen({ x: Math.min(shape.x, shape.x + shape.w) + (isNote ? NOTE_PADDING : 0), y: Math.min(shape.y, shape.y + shape.h) + (isNote ? NOTE_PADDING : 0) });
    const room = this.#room(shape, layout);
    style.font = `${layout.letterSize * zoom}px/${LINE_HEIGHT} ${FONT}`;
    style.color = lineColor(isNote ? "ink" : shape.color, this.work.surface.theme);
    style.whiteSpace = isNote ? "pre-wrap" : "pre";
    style.transform = `translate(${at.x}px, ${at.y}px)`;
    style.width = `${room.w * zoom}px`;
    style.height = `${room.h * zoom}px`;
  }

  #room(shape: Shape, layout: { readonly w: number; readonly h: number; readonly letterSize: number }): { readonly w: number; readonly h: number } {
    if (shape.kind === "note") return { w: Math.abs(shape.w) - 2 * NOTE_PADDING, h: Math.abs(shape.h) - 2 * NOTE_PADDING };
    // Room for the next letter, or the field would scroll before it grows.
    return { w: layout.w + layout.letterSize * 1.5, h: layout.h };
  }
}
