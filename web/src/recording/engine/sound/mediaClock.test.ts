import { describe, expect, it } from "vitest";
import { MediaClock } from "./mediaClock";

/** Runs both clocks in ticks of 10 ms; the context may stand still or run at another speed. */
function run(options: { seconds: number; stall?: [from: number, to: number]; speed?: number; step?: number }) {
  const { seconds, stall = [0, 0], speed = 1, step = 0 } = options;
  let context = 5;
  const clock = new MediaClock(() => (step ? Math.floor(context / step) * step : context));
  clock.begin(5);
  const times: number[] = [];
  for (let tick = 0; tick < seconds * 100; tick++) {
    const wall = tick / 100;
    if (wall < stall[0] || wall >= stall[1]) {
      context += 0.01 * speed;
    }
    times.push(clock.now(100 + wall));
  }
  return { clock, times, contextElapsed: context - 5, last: times.at(-1)! };
}

describe("MediaClock", () => {
  it("starts at zero with the first sound", () => {
    expect(run({ seconds: 0.1 }).times[0]).toBeCloseTo(0.01, 3);
  });

  it("never runs backwards", () => {
    const { times } = run({ seconds: 20, step: 0.021, stall: [8, 10] });
    expect(times.every((time, index) => index === 0 || time >= times[index - 1]!)).toBe(true);
  });

  it("follows a context that runs a little fast, as sound cards do", () => {
    const { last, contextElapsed } = run({ seconds: 600, speed: 1.0002 });
    expect(Math.abs(last - contextElapsed)).toBeLessThan(0.01);
  });

  it("smooths the steps of a coarse context time", () => {
    const { times } = run({ seconds: 5, step: 0.05 });
    const steps = times.slice(200).map((time, index, all) => (index === 0 ? 0.01 : time - all[index - 1]!));
    expect(Math.max(...steps.map((step) => Math.abs(step - 0.01)))).toBeLessThan(0.005);
  });

  it("turns a stretch in which the sound stood still into a gap of that length", () => {
    const { clock, last } = run({ seconds: 20, stall: [5, 8] });
    expect(clock.gap).toBeCloseTo(3, 1);
    expect(last).toBeCloseTo(20, 1);
  });

  it("puts sound after such a gap where the picture is", () => {
    const { clock, last, contextElapsed } = run({ seconds: 20, stall: [5, 8] });
    expect(Math.abs(clock.at(5 + contextElapsed) - last)).toBeLessThan(0.02);
  });

  it("takes no short hiccup for a gap", () => {
    expect(run({ seconds: 10, stall: [5, 5.2] }).clock.gap).toBe(0);
  });
});
