import { expect, test } from "vitest";
import { cardOf, cleanField, decodeCard, emptyCard, encodeCard } from "./card";

const bytes = (text: string) => new TextEncoder().encode(text);

test.each([
  ["https://example.org", "https://example.org/"],
  ["example.org/ada", "https://example.org/ada"],
  ["  https://example.org/a?b=c#d ", "https://example.org/a?b=c#d"],
  ["http://example.org", null],
  ["javascript:alert(1)", null],
  ["data:text/html,x", null],
  ["https://paypal.com@evil.example/", null],
  ["https://", null],
  ["https://exam\u202Eple.org", "https://example.org/"],
  [`https://example.org/${"x".repeat(200)}`, null],
])("a link %j becomes %j", (text, expected) => expect(cleanField("link", text)).toBe(expected));

test.each([
  ["Ada\u202E \u200BLovelace", "Ada Lovelace"],
  ["two\n\nlines\tand   gaps", "two lines and gaps"],
  [" \u2060\u200B ", null],
  ["\u0000\u0007", null],
  ["half \uD83D", "half"],
  ["👩‍🚀", "👩‍🚀"],
])("a name %j becomes %j", (text, expected) => expect(cleanField("displayName", text)).toBe(expected));

test("a field is cut at its length, not in the middle of a character", () => {
  expect(cleanField("pronouns", "x".repeat(1_000))).toHaveLength(32);
  expect(cleanField("pronouns", `${"x".repeat(31)}👩`)).toBe("x".repeat(31));
});

test("what was encoded is decoded", () => {
  const card = { ...emptyCard, role: "Chair", link: "https://example.org/" };
  expect(decodeCard(encodeCard(card))).toEqual(card);
  expect(decodeCard(encodeCard(null))).toBeNull();
});

test.each(["", "7", "[]", "{}", '"text"', '{"role":7}', '{"role":" "}', '{"nickname":"x"}', '{"__proto__":{"role":"x"}}', `{"about":"${"x".repeat(9_000)}"}`, "{".repeat(5_000)])(
  "%# what another page should not have sent is no card",
  (text) => expect(decodeCard(bytes(text))).toBeNull(),
);

test("another page's text is cleaned like one's own", () =>
  expect(decodeCard(bytes('{"role":"Ch\u202Eair","link":"http://x.example","about":{"a":1}}'))).toEqual({ ...emptyCard, role: "Chair" }));

test("only what is ticked is on the card", () => {
  expect(cardOf({ role: "Chair", about: "x" }, (field) => field === "about")).toEqual({ ...emptyCard, about: "x" });
  expect(cardOf({ role: "Chair" }, () => false)).toBeNull();
});
