import { describe, expect, test } from "vitest";
import { Pace } from "./pace";

function opened(): Pace {
  const pace = new Pace(0);
  pace.opened();
  return pace;
}

/** Asks and answers every so often, and looks four times a second. */
function run(pace: Pace, from: number, until: number, takes: number): string | null {
  let now = from;
  let looked = from;
  while (now < until) {
    pace.asked(now);
    for (const end = now + takes; now < end; now = Math.min(now + 250, end)) {
      if (now - looked < 250) continue;
      looked = now;
      const verdict = pace.look(now);
      if (verdict) return verdict;
    }
    pace.answered(now);
  }
  return null;
}

describe("what changes the pictures", () => {
  test("may take up to a tenth of a second for each, for as long as it likes", () => expect(run(opened(), 0, 60_000, 100)).toBeNull());

  test("is too slow when every picture is late for two seconds", () => {
    const pace = opened();
    expect(run(pace, 0, 1_000, 50)).toBeNull();
    expect(run(pace, 1_000, 2_800, 150)).toBeNull();
    expect(run(pace, 2_800, 10_000, 150)).toBe("slow");
  });

  test("is forgiven when one picture between comes in time", () => {
    const pace = opened();
    run(pace, 0, 100, 50);
    for (let round = 0; round < 10; round++) {
      expect(run(pace, round * 2_000, round * 2_000 + 1_500, 150)).toBeNull();
      expect(run(pace, round * 2_000 + 1_800, round * 2_000 + 1_900, 90)).toBeNull();
    }
  });

  test("hangs when one picture does not come back for two seconds", () => {
    const pace = opened();
    run(pace, 0, 100, 50);
    pace.asked(200);
    for (let now = 200; now < 2_200; now += 250) expect(pace.look(now)).toBeNull();
    expect(pace.look(2_200)).toBe("hung");
  });

  test("has ten seconds to open, and ten more for the first picture", () => {
    const silent = new Pace(0);
    for (let now = 0; now < 10_000; now += 250) expect(silent.look(now)).toBeNull();
    expect(silent.look(10_000)).toBe("silent");
    const slow = new Pace(0);
    for (let now = 0; now < 9_000; now += 250) slow.look(now);
    slow.opened();
    slow.asked(9_000);
    for (let now = 9_000; now < 19_000; now += 250) expect(slow.look(now)).toBeNull();
    expect(slow.look(19_000)).toBe("silent");
  });

  test("waits without an end for a camera that is off", () => {
    const pace = opened();
    for (let now = 0; now < 600_000; now += 250) expect(pace.look(now)).toBeNull();
  });

  test("is not blamed for the time in which the page itself stood still", () => {
    const pace = opened();
    run(pace, 0, 100, 50);
    pace.asked(200);
    pace.look(250);
    expect(pace.look(30_250)).toBeNull();
    pace.answered(30_260);
    expect(pace.look(30_500)).toBeNull();
  });
});
