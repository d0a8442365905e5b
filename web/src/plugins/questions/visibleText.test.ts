import { expect, test } from "vitest";
import { seenText, visibleParts } from "./visibleText";

const marks = (text: string) => visibleParts(text).flatMap((part) => ("hidden" in part ? [part.hidden] : []));
const shown = (text: string) => visibleParts(text).map((part) => ("hidden" in part ? `[${part.hidden}]` : part.text)).join("");

test.each([
  ["pay \u202E001 OT", "pay [turns direction]001 OT"],
  ["a\u200Bb", "a[zero-width space]b"],
  ["a\u0007b\u0000c", "a[U+0007]b[U+0000]c"],
  ["\uFEFFa", "[byte order mark]a"],
  ["a\u{E0041}b", "a[U+E0041]b"],
  ["a\u3164b", "a[U+3164]b"],
  ["half \uD83D of one", "half [U+D83D] of one"],
  ["a\u2028b", "a[U+2028]b"],
])("what cannot be seen in %j is marked", (text, expected) => expect(shown(text)).toBe(expected));

test.each(["two\nlines\tand a tab", "Ünïcödé, 中文, العربية", "👩‍🚀 👩🏽‍🚀 ❤️‍🔥", "e\u0301", "می\u200Cخواهم", "a  b", "one\n\ntwo\n\n\nthree"])(
  "nothing is marked in %j, and it is sent as it is",
  (text) => {
    expect(marks(text)).toEqual([]);
    expect(seenText(text)).toBe(text);
  },
);

test("a joiner that joins nothing is marked", () => expect(marks("pay\u200Dment")).toEqual(["zero-width joiner"]));

test("room that pushes the rest out of sight is marked and shortened", () => {
  expect(shown(`Yes.${"\n".repeat(200)}No.`)).toBe("Yes.[200 line breaks]No.");
  expect(shown(`Yes.${" ".repeat(40)}No.`)).toBe("Yes.[40 spaces]No.");
  expect(seenText(`Yes.${"\n".repeat(200)}No.`)).toBe("Yes.\n\nNo.");
  expect(seenText(`Yes.${"\u00A0".repeat(40)}No.`)).toBe("Yes. No.");
});

test("what is sent holds nothing that is marked", () => {
  const ugly = `a\u202E\u2066b\u0000${"\n ".repeat(9)}\uD800c\u{E0020}`;
  expect(marks(seenText(ugly))).toEqual([]);
  expect(seenText(ugly)).toBe("ab\n\nc");
});

test("a text of nothing is nothing", () => expect(seenText("\u200B\u2060 \n\u202E")).toBe(""));

test("a long ugly text is read at once", () => {
  const started = performance.now();
  visibleParts("\u202E \n\t".repeat(1_000));
  seenText("\u200D👩".repeat(2_000));
  seenText(`${" ".repeat(11)}x`.repeat(333));
  expect(performance.now() - started).toBeLessThan(500);
});
