import { expect, test } from "vitest";
import { cameraEncoding } from "./encoding";
import { judge, type Sample } from "./quality";

const start: Sample = { roundTrip: 0.02, received: 1_000, lost: 10, lostOutgoing: 0, bytes: 0 };

test.each([
  [{ ...start, received: 2_000 }, "good", "20 ms there and back, 0.0 % lost"],
  [{ ...start, received: 1_950, lost: 60 }, "fair", "20 ms there and back, 5.0 % lost"],
  [{ ...start, received: 1_800, lost: 210 }, "poor", "20.0 % lost"],
  [{ ...start, received: 2_000, roundTrip: 0.3 }, "fair", "300 ms"],
  [{ ...start, received: 2_000, roundTrip: 0.8 }, "poor", "800 ms"],
  [{ ...start, received: 2_000, lostOutgoing: 0.1 }, "poor", "10.0 % lost"],
  [{ ...start, roundTrip: null }, "good", "0 ms"],
] as const)("what came between two looks is judged: %#", (now, level, words) => {
  const quality = judge(start, now);
  expect(quality.level).toBe(level);
  expect(quality.words).toContain(words);
});

test("counts that go back, as after a rebuilt connection, are no loss", () => {
  expect(judge(start, { ...start, received: 0, lost: 0 }).level).toBe("good");
});

test("each camera stream shrinks as the call grows, and all together stay near three megabits", () => {
  const rates = [1, 2, 3, 4, 5, 6, 7].map((others) => cameraEncoding(others).maxBitrate);
  expect(rates).toEqual([...rates].sort((a, b) => b - a));
  for (const [index, rate] of rates.entries()) expect(rate * (index + 1)).toBeLessThanOrEqual(3_000_000);
});
