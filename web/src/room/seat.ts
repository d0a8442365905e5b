import { readStore, writeStore } from "./browserStore";

// What lets a reload take its seat back. It lives in this tab only and is gone when the tab is closed or the person leaves.

export interface Seat {
  readonly room: string;
  readonly token: string;
  readonly name: string;
  readonly camera: boolean;
  readonly microphone: boolean;
  /** When the page was last there, milliseconds since 1970, and how long the host holds the seat after that. */
  readonly seenAt: number;
  readonly holdSeconds: number;
}

const key = "pluginroom.seat";

export function keepSeat(seat: Seat): void {
  writeStore("session", key, JSON.stringify(seat));
}

export function forgetSeat(): void {
  writeStore("session", key, null);
}

/** Null when there is none for this room, or when so much time has passed that turning the camera on unasked would surprise. */
export function heldSeat(room: string, now = Date.now()): Seat | null {
  const text = readStore("session", key);
  if (text === null) return null;
  try {
    const seat = JSON.parse(text) as Seat;
    const fresh = now - seat.seenAt < seat.holdSeconds * 1_000;
    return seat.room === room && typeof seat.token === "string" && fresh ? seat : null;
  } catch {
    return null;
  }
}
