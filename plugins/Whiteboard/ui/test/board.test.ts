import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { Board } from "../src/document/board";
import { writeText, followCaret } from "../src/document/textEdit";
import { box, picture } from "./support";

function connect(...boards: Board[]): void {
  for (const from of boards) {
    from.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (from.isOwn(origin)) boards.forEach((to) => to !== from && Y.applyUpdate(to.doc, update, "remote"));
    });
  }
}

describe("the board", () => {
  it("shows what is added, on top of what was there", () => {
    const board = new Board();
    board.add(box("rectangle", 1, 2, 30, 40, { color: "red", filled: true }));
    board.add(box("ellipse", 0, 0, 5, 5));

    expect(board.scene.ordered()).toMatchObject([
      { kind: "rectangle", x: 1, y: 2, w: 30, h: 40, color: "red", filled: true },
      { kind: "ellipse", color: "ink", filled: false },
    ]);
  });

  it("moves, restyles, reorders and removes", () => {
    const board = new Board();
    const [a, b] = [board.add(box("rectangle", 0, 0, 10, 10)), board.add(box("ellipse", 0, 0, 10, 10))];
    board.place(new Map([[a, [5, 6, 7, 8]]]));
    board.restyle([a], { color: "blue", size: 12, filled: true });
    board.reorder([a], "front");
    expect(board.scene.ordered().map((shape) => shape.id)).toEqual([b, a]);
    expect(board.scene.get(a)).toMatchObject({ x: 5, y: 6, w: 7, h: 8, color: "blue", size: 12, filled: true });

    board.reorder([a], "back");
    board.remove([b]);
    expect(board.scene.ordered().map((shape) => shape.id)).toEqual([a]);
  });

  it("grows a stroke for everybody while it is drawn", () => {
    const [mine, theirs] = [new Board(), new Board()];
    connect(mine, theirs);
    const id = mine.add(box("pen", 10, 10, 1, 1, { units: 4, packed: [0] }));
    // dx 2 units: zigzag 4 at bit 16; y and pressure 0.
    mine.append(id, [4 * 65536]);

    expect(theirs.scene.get(id)?.points).toEqual([0, 0, 0, 0.5, 0, 0]);
  });

  it("copies a shape with its points and its letters", () => {
    const board = new Board();
    const pen = board.add(box("pen", 0, 0, 1, 1, { units: 8, packed: [0, 65536 * 16] }));
    const note = board.add(box("note", 0, 0, 100, 100, { text: "hello" }));
    const [penCopy, noteCopy] = board.addAll([pen, note].map((id) => board.copyOf(board.scene.get(id)!, 16, 16)));

    expect(board.scene.get(penCopy!)).toMatchObject({ x: 16, y: 16, points: [0, 0, 0, 1, 0, 0] });
    expect(board.scene.get(noteCopy!)?.text).toBe("hello");
  });

  it("keeps both edits when two people change different things of one shape", () => {
    const [ana, ben] = [new Board(), new Board()];
    const id = ana.add(box("rectangle", 0, 0, 10, 10));
    Y.applyUpdate(ben.doc, Y.encodeStateAsUpdate(ana.doc));
    ana.place(new Map([[id, [50, 50, 10, 10]]]));
    ben.restyle([id], { color: "green" });
    Y.applyUpdate(ana.doc, Y.encodeStateAsUpdate(ben.doc));
    Y.applyUpdate(ben.doc, Y.encodeStateAsUpdate(ana.doc));

    expect(ana.scene.get(id)).toMatchObject({ x: 50, color: "green" });
    expect(picture(ben)).toEqual(picture(ana));
  });
});

describe("undo", () => {
  it("takes back one's own steps only", () => {
    const [ana, ben] = [new Board(), new Board()];
    connect(ana, ben);
    ana.step();
    const mine = ana.add(box("rectangle", 0, 0, 10, 10));
    const theirs = ben.add(box("ellipse", 0, 0, 10, 10));
    ana.undo();

    expect(ana.scene.get(mine)).toBeUndefined();
    expect(ben.scene.get(mine)).toBeUndefined();
    expect(ana.scene.get(theirs)).toBeDefined();
    expect(ben.canUndo).toBe(true);
  });

  it("takes a whole line back at once and brings it back whole", () => {
    const board = new Board();
    board.step();
    const id = board.add(box("pen", 0, 0, 1, 1, { units: 4, packed: [0] }));
    for (let i = 0; i < 50; i++) board.append(id, [4 * 65536]);
    board.step();
    board.undo();
    expect(board.scene.count).toBe(0);

    board.redo();
    expect(board.scene.get(id)?.points).toHaveLength(51 * 3);
  });

  it("brings back what the eraser took, though others drew meanwhile", () => {
    const [ana, ben] = [new Board(), new Board()];
    connect(ana, ben);
    const id = ana.add(box("note", 0, 0, 10, 10, { text: "keep me" }));
    ana.step();
    ana.remove([id]);
    ben.add(box("ellipse", 0, 0, 10, 10));
    ana.undo();

    expect(ben.scene.get(id)?.text).toBe("keep me");
    expect(picture(ben)).toEqual(picture(ana));
  });

  it("forgets an abandoned gesture", () => {
    const board = new Board();
    board.step();
    board.add(box("rectangle", 0, 0, 10, 10));
    board.step();
    board.add(box("pen", 0, 0, 1, 1, { units: 4, packed: [0] }));
    board.abandonStep();

    expect(board.scene.count).toBe(1);
    expect(board.canRedo).toBe(false);
  });
});

describe("text", () => {
  it("merges what two people type into the same text", () => {
    const [ana, ben] = [new Board(), new Board()];
    const id = ana.add(box("text", 0, 0, 0, 0, { text: "shopping list" }));
    Y.applyUpdate(ben.doc, Y.encodeStateAsUpdate(ana.doc));
    ana.edit(() => writeText(ana.text(id)!, "our shopping list"));
    ben.edit(() => writeText(ben.text(id)!, "shopping list: milk"));
    Y.applyUpdate(ana.doc, Y.encodeStateAsUpdate(ben.doc));

    expect(ana.scene.get(id)?.text).toBe("our shopping list: milk");
  });

  it.each([["", "a"], ["abc", ""], ["aaa", "aaaa"], ["ab", "axb"], ["😀", "😁"], ["a😀b", "a😀😀b"], ["one two", "one 2 two"]])("turns %j into %j", (before, after) => {
    const text = new Y.Doc().getText();
    text.insert(0, before);
    writeText(text, after);

    expect(text.toString()).toBe(after);
  });

  it("keeps the caret beside the letters it was beside", () => {
    expect(followCaret("list", "my list", 4)).toBe(7);
    expect(followCaret("list", "list of two", 2)).toBe(2);
    expect(followCaret("list", "", 4)).toBe(0);
  });
});

describe("what others wrote", () => {
  it.each([
    ["no map", "nonsense"],
    ["an unknown kind", new Map<string, unknown>([["k", "virus"], ["g", [0, 0, 1, 1]]])],
    ["no geometry", new Map<string, unknown>([["k", "line"]])],
    ["too few numbers", new Map<string, unknown>([["k", "line"], ["g", [0, 0, 1]]])],
    ["a place beyond the board", new Map<string, unknown>([["k", "line"], ["g", [0, 0, 1e9, 1]]])],
    ["numbers that are words", new Map<string, unknown>([["k", "line"], ["g", ["0", 0, 1, 1]]])],
    ["not a number", new Map<string, unknown>([["k", "line"], ["g", [NaN, 0, 1, 1]]])],
  ])("is left out when it is no shape: %s", (_, entry) => {
    const board = new Board();
    board.doc.getMap("shapes").set("x", entry instanceof Map ? new Y.Map(entry) : entry);

    expect(board.scene.count).toBe(0);
  });

  it("is read as far as it makes sense", () => {
    const board = new Board();
    const entry = new Y.Map<unknown>([["k", "pen"], ["g", [0, 0, 1, 1]], ["c", "url(x)"], ["s", -5], ["z", "top"], ["p", Y.Array.from(["a", -1, 2 ** 40, 0, null])]]);
    board.doc.getMap("shapes").set("x", entry);

    expect(board.scene.get("x")).toMatchObject({ color: "ink", size: 4, z: 0, points: [0, 0, 0] });
  });
});
