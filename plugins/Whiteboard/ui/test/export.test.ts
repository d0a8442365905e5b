import { describe, expect, it } from "vitest";
import { Board } from "../src/document/board";
import { escapeXml, toSvg } from "../src/export/svg";
import { fileStamp } from "../src/export/save";
import { box, measure } from "./support";

describe("SVG", () => {
  it("holds every kind of shape, in order", () => {
    const board = new Board();
    board.add(box("rectangle", 0, 0, 100, 50, { filled: true, color: "blue" }));
    board.add(box("marker", 0, 0, 1, 1, { units: 1, packed: [0, 20 * 65536], color: "yellow" }));
    board.add(box("pen", 0, 0, 1, 1, { units: 1, packed: [0, 20 * 65536, 20 * 65536] }));
    board.add(box("text", 10, 10, 0, 0, { size: 20, text: "a < b\n& c" }));
    const svg = toSvg(board.scene.ordered(), "light", measure);

    expect(svg.match(/<path /g)).toHaveLength(3);
    expect(svg).toContain('fill="#2f6fed" fill-opacity="0.18" stroke="#2f6fed" stroke-width="4"');
    expect(svg).toContain('stroke="#ffd500" stroke-width="16" stroke-linecap="round" stroke-linejoin="round" stroke-opacity="0.42"');
    expect(svg).toContain(">a &lt; b</tspan>");
    expect(svg).toContain(">&amp; c</tspan>");
    expect(svg.indexOf("#2f6fed")).toBeLessThan(svg.indexOf("#ffd500"));
  });

  it("is as large as the drawing and a margin", () => {
    const board = new Board();
    board.add(box("rectangle", 100, 200, 50, 60));
    // The line's width reaches 4 over the frame, the margin is 24.
    expect(toSvg(board.scene.ordered(), "dark", measure)).toContain('width="106" height="116" viewBox="72 172 106 116"');
  });

  it("has no numbers that are none", () => {
    const board = new Board();
    board.add(box("arrow", 0, 0, 0, 0));
    board.add(box("ellipse", 0, 0, 0, 0));
    board.add(box("pen", 0, 0, 1, 1, { units: 4, packed: [0] }));
    board.add(box("marker", 0, 0, 0, 0, { units: 4, packed: [0, 64] }));
    board.add(box("note", 0, 0, -20, -10, { text: "x".repeat(500) }));

    expect(toSvg(board.scene.ordered(), "light", measure)).not.toMatch(/NaN|Infinity|undefined/);
  });

  it("cannot be broken out of by text", () => {
    expect(escapeXml('"><script>\u0000\ud800&')).toBe("&quot;&gt;&lt;script&gt;&amp;");
    expect(escapeXml("ä 😀\n")).toBe("ä 😀\n");
  });
});

describe("file names", () => {
  it("carry the local time", () => {
    expect(fileStamp(new Date(2026, 2, 5, 4, 7))).toBe("2026-03-05-0407");
  });
});
