import type { Sample } from "../document/points";

/** Where the pointer is, on the board. */
export interface Touch extends Sample {
  readonly shift: boolean;
  readonly alt: boolean;
  /** How far from a line still counts as on it, in screen pixels: more for fingers. */
  readonly reach: number;
}

/** What a gesture of one pointer does. `cancel` leaves no trace. */
export interface Tool {
  readonly cursor: string;
  down(at: Touch): void;
  move(path: readonly Touch[]): void;
  up(): void;
  cancel(): void;
  /** Without a pressed button. Returns the cursor to show. */
  hover?(at: Touch): string;
  twice?(at: Touch): void;
}
