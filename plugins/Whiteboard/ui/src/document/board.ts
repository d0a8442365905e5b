import * as Y from "yjs";
import { Scene } from "./scene";
import { Key, type Color, type Geometry, type Kind, type Shape } from "./shape";

/** Transactions of this person's own hand. Only these are undone by undo, and only these travel. */
export const OWN = Symbol("own");

export interface NewShape {
  readonly kind: Kind;
  readonly geometry: Geometry;
  readonly color: Color;
  readonly size: number;
  readonly filled?: boolean;
  readonly units?: number;
  readonly packed?: readonly number[];
  readonly text?: string;
}

export interface Style {
  readonly color?: Color;
  readonly size?: number;
  readonly filled?: boolean;
}

/** The shared document: one Y.Map of shapes by id, each a Y.Map (keys in shape.ts). */
export class Board {
  readonly doc = new Y.Doc();
  readonly scene: Scene;
  readonly #shapes = this.doc.getMap<unknown>("shapes");
  readonly #undo: Y.UndoManager;

  constructor() {
    this.scene = new Scene(this.#shapes);
    // Steps end where `step` says, never by the clock: a slow line is still one step.
    this.#undo = new Y.UndoManager(this.#shapes, { trackedOrigins: new Set([OWN]), captureTimeout: Number.MAX_SAFE_INTEGER });
  }

  /** What undo takes back in one go starts here. */
  step(): void {
    this.#undo.stopCapturing();
  }

  add(shape: NewShape): string {
    const id = newId();
    this.#own(() => this.#insert(id, shape));
    return id;
  }

  addAll(shapes: readonly NewShape[]): string[] {
    const ids = shapes.map(newId);
    this.#own(() => shapes.forEach((shape, index) => this.#insert(ids[index]!, shape)));
    return ids;
  }

  /** Lengthens a stroke that is being drawn. */
  append(id: string, packed: number[]): void {
    const points = this.#entry(id)?.get(Key.points);
    if (points instanceof Y.Array && packed.length > 0) this.#own(() => points.push(packed));
  }

  place(places: ReadonlyMap<string, Geometry>): void {
    this.#own(() => places.forEach((geometry, id) => this.#entry(id)?.set(Key.geometry, [...geometry])));
  }

  restyle(ids: Iterable<string>, style: Style): void {
    this.#own(() => {
      for (const entry of this.#entries(ids)) {
        if (style.color !== undefined) entry.set(Key.color, style.color);
        if (style.size !== undefined) entry.set(Key.size, style.size);
        if (style.filled !== undefined) entry.set(Key.filled, style.filled);
      }
    });
  }

  reorder(ids: Iterable<string>, to: "front" | "back"): void {
    const chosen = new Set(ids);
    const moved = this.scene.ordered().filter((shape) => chosen.has(shape.id));
    const from = to === "front" ? this.scene.topZ() + 1 : this.scene.bottomZ() - moved.length;
    this.#own(() => moved.forEach((shape, index) => this.#entry(shape.id)?.set(Key.z, from + index)));
  }

  remove(ids: Iterable<string>): void {
    this.#own(() => {
      for (const id of ids) this.#shapes.delete(id);
    });
  }

  /** The letters of a text or note, to be edited by `edit`. */
  text(id: string): Y.Text | null {
    const text = this.#entry(id)?.get(Key.text);
    return text instanceof Y.Text ? text : null;
  }

  edit(change: () => void): void {
    this.#own(change);
  }

  /** A new shape like an existing one, elsewhere. */
  copyOf(shape: Shape, dx: number, dy: number): NewShape {
    const points = this.#entry(shape.id)?.get(Key.points);
    const units = this.#entry(shape.id)?.get(Key.units);
    return {
      kind: shape.kind,
      geometry: [shape.x + dx, shape.y + dy, shape.w, shape.h],
      color: shape.color,
      size: shape.size,
      filled: shape.filled,
      text: shape.text,
      ...(points instanceof Y.Array ? { packed: points.toArray() as number[], units: typeof units === "number" ? units : 4 } : {}),
    };
  }

  get canUndo(): boolean {
    return this.#undo.undoStack.length > 0;
  }

  get canRedo(): boolean {
    return this.#undo.redoStack.length > 0;
  }

  undo(): void {
    this.#undo.undo();
  }

  redo(): void {
    this.#undo.redo();
  }

  /** Takes a gesture back as if it had not been: nothing is left to redo. */
  abandonStep(): void {
    if (!this.canUndo) return;
    this.#undo.undo();
    this.#undo.redoStack.pop();
  }

  onSteps(listener: () => void): void {
    this.#undo.on("stack-item-added", listener);
    this.#undo.on("stack-item-popped", listener);
    this.#undo.on("stack-cleared", listener);
  }

  /** Whether a transaction's origin is this person: their hand, or their undo. */
  isOwn(origin: unknown): boolean {
    return origin === OWN || origin === this.#undo;
  }

  #insert(id: string, shape: NewShape): void {
    const entry = new Y.Map<unknown>();
    entry.set(Key.kind, shape.kind);
    entry.set(Key.geometry, [...shape.geometry]);
    entry.set(Key.color, shape.color);
    entry.set(Key.size, shape.size);
    entry.set(Key.z, this.scene.topZ() + 1);
    if (shape.filled) entry.set(Key.filled, true);
    if (shape.packed) {
      entry.set(Key.units, shape.units ?? 4);
      entry.set(Key.points, Y.Array.from([...shape.packed]));
    }
    if (shape.kind === "text" || shape.kind === "note") entry.set(Key.text, new Y.Text(shape.text ?? ""));
    this.#shapes.set(id, entry);
  }

  #entry(id: string): Y.Map<unknown> | null {
    const entry = this.#shapes.get(id);
    return entry instanceof Y.Map ? entry : null;
  }

  #entries(ids: Iterable<string>): Y.Map<unknown>[] {
    return [...ids].map((id) => this.#entry(id)).filter((entry) => entry !== null);
  }

  #own(change: () => void): void {
    this.doc.transact(change, OWN);
  }
}

function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => (byte % 36).toString(36)).join("");
}
