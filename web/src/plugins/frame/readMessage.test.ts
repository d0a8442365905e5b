import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { frameFeatures } from "./features";
import { safeFileName } from "./fileName";
import { judge } from "./focusGuard";
import { readLink } from "./link";
import { readMessage } from "./readMessage";

describe("a message of a frame", () => {
  const data = new Uint8Array([1]);

  it.each([
    [{ t: "server", id: 1, data }],
    [{ t: "open", channel: "strokes" }],
    [{ t: "send", channel: "strokes", data }],
    [{ t: "send", channel: "strokes", data, to: "somebody" }],
    [{ t: "link", url: "https://example.org" }],
    [{ t: "record", id: 2 }],
  ])("passes as it is %#", (message) => expect(readMessage(message)).toEqual(message));

  it.each([
    [null], [undefined], [7], ["server"], [[]], [{}], [{ t: "constructor" }], [{ t: "server", id: "1", data }], [{ t: "server", id: 0.5, data }],
    [{ t: "server", id: 1, data: [1] }], [{ t: "server", id: 1, data: new Uint8Array(new SharedArrayBuffer(1)) }],
    [{ t: "open", channel: "" }], [{ t: "open", channel: "x".repeat(65) }], [{ t: "send", channel: "strokes", data: "text" }],
    [{ t: "send", channel: "strokes", data, to: 5 }], [{ t: "file", id: 1, name: "a", file: "b" }], [{ t: "link", url: "x".repeat(3000) }],
  ])("is dropped when it is anything else %#", (message) => expect(readMessage(message)).toBeNull());

  it("brings nothing that is not known", () =>
    expect(readMessage({ t: "open", channel: "strokes", pluginId: "another" })).toEqual({ t: "open", channel: "strokes" }));
});

describe("a link", () => {
  it.each(["https://example.org/a?b#c", "http://example.org/"])("%s may be offered", (url) => expect(readLink(url)?.href).toBe(url));
  it.each(["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//example.org", "https://user:secret@example.org", "blob:https://a/b", ""])(
    "%s may not", (url) => expect(readLink(url)).toBeNull());
});

describe("a file name", () => {
  it.each([
    ["board.png", "board.png"], ["../../etc/passwd", "_.._etc_passwd"], ["..", "file"], ["a\u202Egnp.exe", "agnp.exe"], ["a/b\\c:d", "a_b_c_d"], ["", "file"], ["  x .svg ", "x .svg"],
  ])("%j is saved as %j", (name, saved) => expect(safeFileName(name)).toBe(saved));

  it("keeps its extension when it is cut", () => expect(safeFileName("x".repeat(300) + ".svg")).toBe("x".repeat(116) + ".svg"));
});

describe("the focus moved into a frame", () => {
  const never = { typedAt: -Infinity, tabbedAt: -Infinity, touchedAt: -Infinity };

  it("by the person's Tab or click", () => {
    expect(judge({ ...never, tabbedAt: 990 }, 1000, 1001)).toBe("own");
    expect(judge({ ...never, touchedAt: 995 }, 1000, 1001)).toBe("own");
    expect(judge({ ...never, touchedAt: 1040, typedAt: 900 }, 1000, 1050)).toBe("own");
  });

  it("by a script, while the person was typing", () => expect(judge({ ...never, typedAt: 800 }, 1000, 1001)).toBe("stolen"));

  it("by a script, when no word of a click comes", () => {
    expect(judge(never, 1000, 1001)).toBe("unclear");
    expect(judge(never, 1000, 1120)).toBe("stolen");
  });
});

it("denies the same features as the host", () => {
  const source = readFileSync("../src/Host/PluginUi/FrameFeatures.cs", "utf8");
  expect(/"""([^]*?)"""/.exec(source)![1]!.trim().split(/\s+/)).toEqual(frameFeatures);
});
