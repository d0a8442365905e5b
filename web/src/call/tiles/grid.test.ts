import { describe, expect, test } from "vitest";
import { layOut, type Rect } from "./grid";

const desktop = { width: 1424, height: 800 };
const phone = { width: 374, height: 740 };
const sideways = { width: 828, height: 310 };

const overlap = (a: Rect, b: Rect) =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;

const columnsOf = (tiles: readonly Rect[]) => new Set(tiles.map((each) => each.left)).size;

describe.each([
  ["desktop", desktop],
  ["phone", phone],
  ["a phone held sideways", sideways],
])("on a %s", (_, space) => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8, 16])("%i tiles stay inside, apart and equal", (count) => {
    for (const hasStage of [false, true]) {
      const { stage, tiles } = layOut(space, count, hasStage);
      expect(tiles).toHaveLength(count);
      const all = stage ? [stage, ...tiles] : tiles;
      for (const [index, rect] of all.entries()) {
        expect(rect.left).toBeGreaterThanOrEqual(0);
        expect(rect.top).toBeGreaterThanOrEqual(0);
        expect(rect.left + rect.width).toBeLessThanOrEqual(space.width);
        expect(rect.top + rect.height).toBeLessThanOrEqual(space.height);
        for (const other of all.slice(index + 1)) expect(overlap(rect, other)).toBe(false);
      }
      expect(new Set(tiles.map((each) => `${each.width}x${each.height}`)).size).toBe(1);
    }
  });
});

test("two people stand beside each other on a desktop and above each other on a phone", () => {
  expect(columnsOf(layOut(desktop, 2, false).tiles)).toBe(2);
  const { tiles } = layOut(phone, 2, false);
  expect(columnsOf(tiles)).toBe(1);
  expect(tiles[0]!.width).toBe(phone.width);
});

test("four people fill a desktop in two rows of two", () => {
  const { tiles } = layOut(desktop, 4, false);
  expect(columnsOf(tiles)).toBe(2);
  // 800 - 8 between the rows, halved; 16:9 of that is 704 wide.
  expect(tiles[0]).toMatchObject({ width: 704, height: 396 });
});

test("the last row is centred", () => {
  const { tiles } = layOut(desktop, 3, false);
  const last = tiles[2]!;
  expect(Math.abs(last.left + last.width / 2 - desktop.width / 2)).toBeLessThanOrEqual(1);
});

test("no tile is wider than 16:9 or, on a desktop, narrower than 4:3", () => {
  for (let count = 1; count <= 8; count++) {
    for (const { width, height } of layOut(desktop, count, false).tiles) {
      expect(width / height).toBeLessThanOrEqual(16 / 9 + 0.02);
      expect(width / height).toBeGreaterThanOrEqual(4 / 3 - 0.02);
    }
  }
});

test("the stage keeps most of the space, with the strip at its side on a desktop and below on a phone", () => {
  const wide = layOut(desktop, 7, true);
  expect(wide.stage!.width * wide.stage!.height).toBeGreaterThan(0.7 * desktop.width * desktop.height);
  expect(wide.tiles.every((each) => each.left >= wide.stage!.width)).toBe(true);
  const tall = layOut(phone, 7, true);
  expect(tall.tiles.every((each) => each.top >= tall.stage!.height)).toBe(true);
});

test("with nobody beside it the stage has everything", () => {
  expect(layOut(desktop, 0, true)).toEqual({ stage: { left: 0, top: 0, ...desktop }, tiles: [] });
});

test("a box without any size gives tiles without any, and no endless numbers", () => {
  for (const { width, height } of layOut({ width: 0, height: 0 }, 8, false).tiles) expect([width, height]).toEqual([0, 0]);
});
