import { expect, test } from "vitest";
import { initials } from "./Avatar";

test.each([
  ["Ada Lovelace", "AL"],
  ["ada", "A"],
  ["  Mary Kenneth  Keller ", "MK"],
  ["Jean-Luc (he) Picard", "JP"],
  ["李 小龙", "李小"],
  ["𝒜da", "𝒜"],
  ["🙂", "?"],
  ["", "?"],
])("%s", (name, expected) => expect(initials(name)).toBe(expected));
