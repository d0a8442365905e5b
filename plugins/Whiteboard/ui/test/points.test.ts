import { describe, expect, it } from "vitest";
import { MAX_PACKED, MAX_POINTS, StrokePacker, unitsFor, unpack } from "../src/document/points";
import { random } from "./support";

describe("packed points", () => {
  it("come back within half a unit, however the hand moved", () => {
    const next = random(7);
    const packer = new StrokePacker({ x: 100, y: -50 }, 4);
    const packed: number[] = [];
    for (let i = 0; i < 500; i++) {
      const at = { x: 100 + (next() - 0.5) * 800, y: -50 + (next() - 0.5) * 800, pressure: next() };
      packed.push(...packer.pack(at));
      const [x, y, pressure] = unpack(packed, 4).slice(-3);
      expect(Math.abs(x! + 100 - at.x)).toBeLessThanOrEqual(0.125);
      expect(Math.abs(y! - 50 - at.y)).toBeLessThanOrEqual(0.125);
      expect(Math.abs(pressure! - at.pressure)).toBeLessThanOrEqual(1 / 63);
    }
    expect(packed.every((value) => Number.isInteger(value) && value >= 0 && value <= MAX_PACKED)).toBe(true);
  });

  it("cut a long jump into steps on one straight line", () => {
    const packer = new StrokePacker({ x: 0, y: 0 }, 4);
    const flat = unpack(packer.pack({ x: 1000, y: 500, pressure: 0 }), 4);

    // 4000 units in steps of at most 511: eight.
    expect(flat).toHaveLength(8 * 3);
    expect(flat.slice(-3)).toEqual([1000, 500, 0]);
    for (let i = 0; i < flat.length; i += 3) expect(Math.abs(flat[i]! - 2 * flat[i + 1]!)).toBeLessThanOrEqual(0.5);
  });

  it("tell no pressure from a light one", () => {
    const packer = new StrokePacker({ x: 0, y: 0 }, 4);
    expect(unpack(packer.pack({ x: 0, y: 0, pressure: 0 }), 4)[2]).toBe(0);
    expect(unpack(packer.pack({ x: 0, y: 0, pressure: 0.001 }), 4)[2]).toBeGreaterThan(0);
  });

  it("never become more than a stroke may have", () => {
    expect(unpack(new Array<number>(MAX_POINTS + 10).fill(0), 4)).toHaveLength(MAX_POINTS * 3);
  });

  it.each([[0.1, 0.5], [1, 4], [2, 8], [8, 32], [100, 64]])("are finer the closer one looks: zoom %d", (zoom, units) => {
    expect(unitsFor(zoom)).toBe(units);
  });
});
