import { describe, expect, it } from "vitest";
import { Board } from "../src/document/board";
import { frameBox, hits, inkBox } from "../src/draw/bounds";
import { layoutText } from "../src/draw/textLayout";
import { View } from "../src/geometry/view";
import { carry, constrain, dragBox, handlesOf } from "../src/geometry/handles";
import { Pinch } from "../src/input/pinch";
import type { NewShape } from "../src/document/board";
import type { Shape } from "../src/document/shape";
import { box, measure } from "./support";

function shape(made: NewShape): Shape {
  const board = new Board();
  return board.scene.get(board.add(made)) ?? board.scene.ordered()[0]!;
}

/** 10 units of dx at 1 unit per board unit: zigzag 20 at bit 16. */
const RIGHT_10 = 20 * 65536;

describe("a tap", () => {
  it.each([
    ["the edge of a rectangle", box("rectangle", 0, 0, 100, 100), 0, 50, true],
    ["the inside of an empty rectangle", box("rectangle", 0, 0, 100, 100), 50, 50, false],
    ["the inside of a filled rectangle", box("rectangle", 0, 0, 100, 100, { filled: true }), 50, 50, true],
    ["beside a rectangle", box("rectangle", 0, 0, 100, 100), 120, 50, false],
    ["the edge of an ellipse", box("ellipse", 0, 0, 100, 60), 50, 1, true],
    ["the corner of an ellipse's box", box("ellipse", 0, 0, 100, 60, { filled: true }), 2, 2, false],
    ["the inside of an empty ellipse", box("ellipse", 0, 0, 100, 60), 50, 30, false],
    ["a line that was drawn backwards", box("line", 100, 100, -100, -100), 50, 52, true],
    ["beside a line", box("line", 0, 0, 100, 100), 80, 20, false],
    ["a note", box("note", 0, 0, 100, 100), 50, 50, true],
    ["a stroke", box("pen", 0, 0, 1, 1, { units: 1, packed: [0, RIGHT_10] }), 5, 3, true],
    ["a stroke's box, off the stroke", box("pen", 0, 0, 1, 1, { units: 1, packed: [0, RIGHT_10] }), 5, 12, false],
    ["a stroke that was made twice as long", box("pen", 0, 0, 2, 1, { units: 1, packed: [0, RIGHT_10] }), 19, 0, true],
  ])("on %s", (_, made, x, y, hit) => {
    expect(hits(shape(made), { x, y }, 3, measure)).toBe(hit);
  });
});

describe("boxes", () => {
  it("of texts are as large as their letters", () => {
    // Two lines, the longer of 5 letters, each 10 wide and 26 high with its line.
    expect(frameBox(shape(box("text", 5, 5, 0, 0, { size: 20, text: "ab\nabcde" })), measure)).toEqual({ x: 5, y: 5, w: 50, h: 52 });
  });

  it("cover an arrow's head", () => {
    const arrow = inkBox(shape(box("arrow", 0, 0, 100, 0)), measure);
    expect(arrow.y).toBeLessThan(-9);
    expect(arrow.y + arrow.h).toBeGreaterThan(9);
  });
});

describe("resizing", () => {
  const from = { x: 0, y: 0, w: 100, h: 50 };

  it("moves the dragged corner only", () => {
    expect(dragBox(from, "nw", { x: 10, y: 20 }, false)).toEqual({ x: 10, y: 20, w: 90, h: 30 });
    expect(dragBox(from, "e", { x: 10, y: 20 }, false)).toEqual({ x: 0, y: 0, w: 110, h: 50 });
  });

  it("keeps the ratio, and the opposite corner stays", () => {
    expect(dragBox(from, "nw", { x: -100, y: 0 }, true)).toEqual({ x: -100, y: -50, w: 200, h: 100 });
  });

  it("never turns a box inside out", () => {
    expect(dragBox(from, "se", { x: -500, y: -500 }, false)).toEqual({ x: 0, y: 0, w: 6, h: 6 });
  });

  it("carries each member along", () => {
    const line = shape(box("line", 50, 10, -50, 20));
    expect(carry(line, from, { x: 100, y: 0, w: 200, h: 100 })).toEqual([200, 20, -100, 40]);
  });

  it("takes a single line by its ends", () => {
    expect([...handlesOf(from, shape(box("arrow", 1, 2, 3, 4)))]).toEqual([["start", { x: 1, y: 2 }], ["end", { x: 4, y: 6 }]]);
  });

  it("with shift makes squares, and lines in steps of 15 degrees", () => {
    expect(constrain("box", -30, 10)).toEqual({ x: -30, y: 30 });
    const line = constrain("line", 100, 3);
    expect([Math.round(line.x), Math.round(line.y)]).toEqual([100, 0]);
  });
});

describe("the view", () => {
  const view = (): View => {
    const made = new View();
    made.resize(800, 600);
    [made.x, made.y] = [0, 0];
    return made;
  };

  it("zooms around the pointer", () => {
    const it = view();
    it.zoomAt({ x: 200, y: 100 }, 2);
    expect(it.toBoard({ x: 200, y: 100 })).toEqual({ x: 200, y: 100 });
    expect(it.toScreen({ x: 210, y: 100 })).toEqual({ x: 220, y: 100 });
  });

  it("stays within its limits", () => {
    const it = view();
    it.zoomAt({ x: 0, y: 0 }, 1e9);
    expect(it.zoom).toBe(8);
    it.zoomAt({ x: 0, y: 0 }, 0);
    expect(it.zoom).toBe(0.1);
  });

  it("fits everything in and centres it", () => {
    const it = view();
    it.fit({ x: 1000, y: 1000, w: 1400, h: 100 }, 50);
    expect(it.zoom).toBe(0.5);
    expect(it.toScreen({ x: 1700, y: 1050 })).toEqual({ x: 400, y: 300 });
  });

  it("follows two fingers: what was between them stays between them", () => {
    const it = view();
    const pinch = new Pinch(it, [{ x: 100, y: 100 }, { x: 200, y: 100 }]);
    pinch.move([{ x: 100, y: 200 }, { x: 300, y: 200 }]);
    expect(it.zoom).toBe(2);
    expect(it.toScreen({ x: 150, y: 100 })).toEqual({ x: 200, y: 200 });
  });
});

describe("a sticky note", () => {
  it("wraps words and makes letters smaller until they fit", () => {
    const roomy = layoutText(shape(box("note", 0, 0, 128, 128, { size: 20, text: "one two three" })), measure);
    // 100 wide, letters 10 wide: ten letters in a line.
    expect(roomy).toMatchObject({ letterSize: 20, lines: ["one two", "three"] });

    const full = layoutText(shape(box("note", 0, 0, 128, 128, { size: 20, text: "word ".repeat(40) })), measure);
    expect(full.letterSize).toBeLessThan(20);
    expect(full.h).toBeLessThanOrEqual(100);
  });
});
