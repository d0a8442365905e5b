import { describe, expect, it } from "vitest";
import { SpeakingTurn } from "./ownSpeaking";

/** Levels ten times a second; the changes, with their milliseconds. */
function changes(levels: readonly number[]): string[] {
  const turn = new SpeakingTurn();
  let before = false;
  return levels.flatMap((level, index) => {
    const now = turn.hear(level, index * 100);
    if (now === before) return [];
    before = now;
    return [`${now ? "begins" : "ends"} ${index * 100}`];
  });
}

const steps = (count: number, level: number): number[] => Array.from({ length: count }, () => level);

describe("speaking", () => {
  it("begins after a fifth of a second and ends after one of silence", () => {
    expect(changes([...steps(2, 0), ...steps(10, 0.7), ...steps(20, 0.1)])).toEqual(["begins 400", "ends 2200"]);
  });

  it("is not begun by a cough, nor ended by a breath", () => {
    expect(changes([...steps(2, 0.9), ...steps(20, 0)])).toEqual([]);
    expect(changes([...steps(10, 0.7), ...steps(8, 0), ...steps(10, 0.7)])).toEqual(["begins 200"]);
  });

  it("does not flicker with a voice between the two marks", () => {
    expect(changes(steps(50, 0.35))).toEqual([]);
    expect(changes([...steps(10, 0.7), ...steps(50, 0.35)])).toEqual(["begins 200"]);
  });

  it("is over at once when it is muted", () => {
    const turn = new SpeakingTurn();
    for (let at = 0; at < 1_000; at += 100) turn.hear(0.9, at);
    turn.end();
    expect(turn.hear(0.9, 1_000)).toBe(false);
  });
});
