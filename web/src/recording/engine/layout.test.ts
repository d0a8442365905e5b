import { describe, expect, it } from "vitest";
import { fit, grid, layOut, type Box } from "./layout";

const frame: Box = { x: 0, y: 0, width: 1280, height: 720 };
const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const inside = (box: Box, area: Box) =>
  box.x >= area.x - 1 && box.y >= area.y - 1 && box.x + box.width <= area.x + area.width + 1 && box.y + box.height <= area.y + area.height + 1;

describe("grid", () => {
  it("gives one person the whole frame", () => {
    expect(grid(1, frame, 10)).toEqual([frame]);
  });

  it("puts four people in two rows of two", () => {
    const tiles = grid(4, frame, 0);
    expect(new Set(tiles.map((tile) => tile.y)).size).toBe(2);
    expect(new Set(tiles.map((tile) => tile.x)).size).toBe(2);
  });

  it("centres a last row that is not full", () => {
    const [, , last] = grid(3, frame, 0);
    expect(last!.x + last!.width / 2).toBe(640);
  });

  it.each([1, 2, 3, 5, 8, 13, 30])("keeps %i tiles inside the frame and apart", (count) => {
    const tiles = grid(count, frame, 8);
    expect(tiles).toHaveLength(count);
    expect(tiles.every((tile) => inside(tile, frame))).toBe(true);
    expect(tiles.some((a, i) => tiles.some((b, j) => i < j && overlap(a, b)))).toBe(false);
  });

  it("has nothing to place for nobody", () => {
    expect(grid(0, frame, 8)).toEqual([]);
  });
});

describe("layOut", () => {
  it("gives a shared screen most of the frame and the cameras a strip beside it", () => {
    const { screens, cameras } = layOut(1, 3, frame, 10);
    expect(screens[0]!.width).toBeGreaterThan(frame.width * 0.75);
    expect(cameras.every((camera) => camera.x > screens[0]!.x + screens[0]!.width)).toBe(true);
  });

  it("gives a screen the whole frame when no camera is there", () => {
    expect(layOut(1, 0, frame, 10)).toEqual({ screens: [frame], cameras: [] });
  });
});

describe("fit", () => {
  const box: Box = { x: 100, y: 50, width: 160, height: 90 };

  it("crops the sides of a picture that is too wide to cover the box", () => {
    const { source, target } = fit("cover", 2000, 500, box);
    expect(target).toEqual(box);
    expect(source.height).toBe(500);
    expect(source.x).toBeGreaterThan(0);
  });

  it("shows all of a picture that is contained, in the middle", () => {
    const { source, target } = fit("contain", 90, 180, box);
    expect(source).toEqual({ x: 0, y: 0, width: 90, height: 180 });
    expect(target).toEqual({ x: 157.5, y: 50, width: 45, height: 90 });
  });
});
