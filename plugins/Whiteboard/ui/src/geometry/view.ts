import type { Box, Point } from "./box";

export const MIN_ZOOM = 0.1;
export const MAX_ZOOM = 8;

/** Which part of the board the screen shows: screen = (board - corner) * zoom. */
export class View {
  x = 0;
  y = 0;
  zoom = 1;
  width = 1;
  height = 1;
  readonly #listeners = new Set<() => void>();

  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  toBoard(screen: Point): Point {
    return { x: screen.x / this.zoom + this.x, y: screen.y / this.zoom + this.y };
  }

  toScreen(board: Point): Point {
    return { x: (board.x - this.x) * this.zoom, y: (board.y - this.y) * this.zoom };
  }

  get box(): Box {
    return { x: this.x, y: this.y, w: this.width / this.zoom, h: this.height / this.zoom };
  }

  /** The middle stays in the middle, so that turning a phone loses nothing. */
  resize(width: number, height: number): void {
    this.x += (this.width - width) / 2 / this.zoom;
    this.y += (this.height - height) / 2 / this.zoom;
    [this.width, this.height] = [width, height];
    this.#changed();
  }

  pan(dx: number, dy: number): void {
    this.x -= dx / this.zoom;
    this.y -= dy / this.zoom;
    this.#changed();
  }

  /** The board's point under `at` stays under it. */
  zoomAt(at: Point, zoom: number): void {
    const under = this.toBoard(at);
    this.zoom = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom));
    this.x = under.x - at.x / this.zoom;
    this.y = under.y - at.y / this.zoom;
    this.#changed();
  }

  zoomBy(factor: number): void {
    this.zoomAt({ x: this.width / 2, y: this.height / 2 }, this.zoom * factor);
  }

  fit(box: Box, margin: number, largest = 1.5): void {
    const room = { w: Math.max(50, this.width - 2 * margin), h: Math.max(50, this.height - 2 * margin) };
    this.zoom = Math.max(MIN_ZOOM, Math.min(largest, room.w / Math.max(box.w, 1), room.h / Math.max(box.h, 1)));
    this.x = box.x + box.w / 2 - this.width / 2 / this.zoom;
    this.y = box.y + box.h / 2 - this.height / 2 / this.zoom;
    this.#changed();
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
