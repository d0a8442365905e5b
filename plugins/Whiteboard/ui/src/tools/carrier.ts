import type { Geometry, Shape } from "../document/shape";
import type { Point } from "../geometry/box";
import type { Workspace } from "../workspace";

export interface Carried {
  readonly geometry: Geometry;
  readonly size?: number;
}

/** Others see a drag about twenty times a second; each time leaves a trace in the document, so not with every frame. */
const SHARE_MS = 50;
const SHARED_LIVE = 40;
/** More than this are moved as a picture. */
const LIFTED = 120;
const NOWHERE: Point = { x: 0, y: 0 };

/** Shapes on their way: drawn at once where the hand is, written to the document now and then and at the end. */
export class Carrier {
  #latest: ReadonlyMap<string, Carried> = new Map();
  #sharedAt = 0;
  #lifted: Point | null = null;

  constructor(
    private readonly work: Workspace,
    /** As they were when they were taken up. */
    readonly shapes: readonly Shape[],
  ) {}

  /** Every shape by the same way. */
  move(by: Point): void {
    if (this.shapes.length <= LIFTED) {
      this.show(this.#movedBy(by));
      return;
    }
    this.#lifted = by;
    this.work.surface.lift(this.shapes, by);
  }

  show(places: ReadonlyMap<string, Carried>): void {
    this.#latest = places;
    const preview = new Map<string, Shape>();
    for (const shape of this.shapes) {
      const place = places.get(shape.id);
      if (place) preview.set(shape.id, at(shape, place));
    }
    this.work.surface.setPreview(preview);
    if (places.size <= SHARED_LIVE && performance.now() - this.#sharedAt >= SHARE_MS) this.#write(places);
  }

  finish(): void {
    if (this.#lifted) this.#latest = this.#movedBy(this.#lifted);
    if (this.#latest.size > 0) this.#write(this.#latest);
    this.work.surface.lift(null, NOWHERE);
  }

  putBack(): void {
    if (this.#latest.size > 0) this.#write(new Map(this.shapes.map((shape) => [shape.id, { geometry: [shape.x, shape.y, shape.w, shape.h], size: shape.size }])));
    this.work.surface.lift(null, NOWHERE);
  }

  #movedBy(by: Point): ReadonlyMap<string, Carried> {
    return new Map(this.shapes.map((shape) => [shape.id, { geometry: [shape.x + by.x, shape.y + by.y, shape.w, shape.h] }]));
  }

  #write(places: ReadonlyMap<string, Carried>): void {
    this.#sharedAt = performance.now();
    this.work.board.place(new Map([...places].map(([id, place]) => [id, place.geometry])));
    for (const [id, { size }] of places) {
      if (size !== undefined && this.work.board.scene.get(id)?.size !== size) this.work.board.restyle([id], { size });
    }
  }
}

function at(shape: Shape, { geometry: [x, y, w, h], size }: Carried): Shape {
  return { ...shape, x, y, w, h, size: size ?? shape.size };
}
