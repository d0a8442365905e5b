import * as Y from "yjs";
import { Key, readShape, type Shape } from "./shape";

export interface SceneChange {
  readonly before: Shape | undefined;
  readonly after: Shape | undefined;
}

/** The document as shapes to draw, kept current change by change. */
export class Scene {
  readonly #source: Y.Map<unknown>;
  readonly #shapes = new Map<string, Shape>();
  readonly #listeners = new Set<(changes: readonly SceneChange[]) => void>();
  #ordered: Shape[] | null = null;

  constructor(source: Y.Map<unknown>) {
    this.#source = source;
    source.observeDeep((events) => this.#take(events));
  }

  get(id: string): Shape | undefined {
    return this.#shapes.get(id);
  }

  get count(): number {
    return this.#shapes.size;
  }

  /** Bottom first. */
  ordered(): readonly Shape[] {
    return (this.#ordered ??= [...this.#shapes.values()].sort((a, b) => a.z - b.z || (a.id < b.id ? -1 : 1)));
  }

  topZ(): number {
    return this.ordered().at(-1)?.z ?? 0;
  }

  bottomZ(): number {
    return this.ordered()[0]?.z ?? 0;
  }

  onChange(listener: (changes: readonly SceneChange[]) => void): void {
    this.#listeners.add(listener);
  }

  #take(events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void {
    const touched = new Map<string, { points: boolean }>();
    for (const event of events) {
      if (event.target === this.#source) event.changes.keys.forEach((_, id) => touched.set(id, { points: true }));
      else touch(touched, String(event.path[0]), event.path[1] === Key.points || (event instanceof Y.YMapEvent && event.keysChanged.has(Key.points)));
    }
    const changes = [...touched].map(([id, what]) => this.#read(id, what.points)).filter((change) => change.before || change.after);
    if (changes.length > 0) this.#listeners.forEach((listener) => listener(changes));
  }

  #read(id: string, pointsChanged: boolean): SceneChange {
    const before = this.#shapes.get(id);
    const after = readShape(id, this.#source.get(id), before, pointsChanged) ?? undefined;
    if (after) this.#shapes.set(id, after);
    else this.#shapes.delete(id);
    this.#reorder(before, after);
    return { before, after };
  }

  /** A line that grows keeps its place, so the order of thousands is not computed again for each of its points. */
  #reorder(before: Shape | undefined, after: Shape | undefined): void {
    if (!this.#ordered) return;
    const top = this.#ordered.at(-1);
    if (!before && after && (!top || after.z > top.z)) this.#ordered.push(after);
    else if (before && after && before.z === after.z) this.#ordered[this.#ordered.lastIndexOf(before)] = after;
    else this.#ordered = null;
  }
}

function touch(touched: Map<string, { points: boolean }>, id: string, points: boolean): void {
  touched.set(id, { points: points || (touched.get(id)?.points ?? false) });
}
